package dev.drydock.kubernetes.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {

    private static final String ON_CONFIG_MAPS = "'matchConstraints': {'resourceRules': [{'apiGroups': [''],"
            + " 'apiVersions': ['v1'], 'operations': ['CREATE'], 'resources': ['configmaps']}]}";

    private final Client admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());

    private ApiResponse send(String object) {
        return admin.create(
                (MapNode) JsonReader.read(object.replace('\'', '"').replace('~', '\''), "object.json"),
                WriteOptions.as("test"));
    }

    private void create(String object) {
        ApiResponse response = send(object);
        assertThat(response.isSuccess()).as(response.message()).isTrue();
    }

    private void object(String kind, String name, String spec) {
        create("{'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': '" + kind + "', 'metadata': {'name': '" + name
                + "'}, 'spec': {" + spec + "}}");
    }

    private ApiResponse configMap(String data) {
        return send(
                "{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'namespace': 'default'}, 'data': {"
                        + data + "}}");
    }

    @Nested
    class Validating {

        private void policy(String more) {
            object("ValidatingAdmissionPolicy", "p", ON_CONFIG_MAPS + ", " + more);
        }

        private void binding(String actions) {
            object(
                    "ValidatingAdmissionPolicyBinding",
                    "b",
                    "'policyName': 'p', 'validationActions': [" + actions + "]");
        }

        @Test
        void a_policy_without_a_binding_asks_nobody() {
            policy("'validations': [{'expression': 'false'}]");

            assertThat(configMap("").isSuccess()).isTrue();
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "'expression': 'false' | failed expression: false",
                    "'expression': 'false', 'message': ' no ' | no",
                    "'expression': 'false', 'messageExpression': '~v~ + object.data.v' | v1",
                    "'expression': 'false', 'messageExpression': '~x~ + object.data.nope', 'message': 'no' | no",
                    "'expression': 'object.data.nope == ~1~' | expression 'object.data.nope == '1'' resulted in error: no"
                            + " such key: nope",
                    "'expression': '1 / size(object.data.v.substring(1)) == 0' | expression '1 /"
                            + " size(object.data.v.substring(1)) == 0' resulted in error: division by zero",
                    "'expression': 'request.userInfo.username != ~system:admin~ && request.operation != ~CREATE~' | failed"
                            + " expression: request.userInfo.username != 'system:admin' && request.operation != 'CREATE'",
                })
        void denies_with_the_words_of_the_validation(String validation, String message) {
            policy("'validations': [{" + validation + "}]");
            binding("'Deny'");

            ApiResponse response = configMap("'v': '1'");

            assertThat(response.code()).isEqualTo(422);
            assertThat(response.message())
                    .isEqualTo("configmaps \"a\" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied"
                            + " request: " + message);
        }

        @Test
        void warns_where_the_binding_says_so() {
            policy("'validations': [{'expression': 'false', 'message': 'no'}]");
            binding("'Warn', 'Audit'");

            ApiResponse response = configMap("");

            assertThat(response.isSuccess()).isTrue();
            assertThat(response.warnings())
                    .containsExactly("Validation failed for ValidatingAdmissionPolicy 'p' with binding 'b': no");
        }

        @Test
        void errors_count_by_the_failure_policy() {
            policy("'failurePolicy': 'Ignore', 'validations': [{'expression': 'object.data.nope == ~1~'}]");
            binding("'Deny'");

            assertThat(configMap("").isSuccess()).isTrue();
        }

        @Test
        void a_condition_that_is_false_wins_over_one_that_fails() {
            policy("'matchConditions': [{'name': 'fails', 'expression': 'object.data.nope == ~1~'},"
                    + " {'name': 'no', 'expression': 'false'}], 'validations': [{'expression': 'false'}]");
            binding("'Deny'");

            assertThat(configMap("").isSuccess()).isTrue();
        }

        @Test
        void variables_are_computed_when_they_are_asked_for() {
            policy("'variables': [{'name': 'boom', 'expression': '1 / int(object.data.v)'}],"
                    + " 'validations': [{'expression': 'object.data.v != ~0~ || variables.boom == 1'}]");
            binding("'Deny'");

            assertThat(configMap("'v': '1'").isSuccess()).isTrue();
            assertThat(configMap("'v': '0'").message())
                    .endsWith("resulted in error: composited variable \"boom\" fails to evaluate: division by zero");
        }

        @Test
        void parameters_that_are_missing_are_an_error_where_the_binding_says_so() {
            policy("'paramKind': {'apiVersion': 'v1', 'kind': 'ConfigMap'},"
                    + " 'validations': [{'expression': 'params.data.v == object.data.v'}]");
            object(
                    "ValidatingAdmissionPolicyBinding",
                    "b",
                    "'policyName': 'p', 'validationActions': ['Deny'],"
                            + " 'paramRef': {'name': 'limit', 'parameterNotFoundAction': 'Deny'}");

            assertThat(configMap("'v': '1'").message())
                    .endsWith("failed to configure binding: no params found for policy binding with `Deny`"
                            + " parameterNotFoundAction");
        }

        @Test
        void types_are_checked_into_the_status() {
            policy("'validations': [{'expression': 'object.nope == 1'}]");

            MapNode policy = admin.get(
                            new GroupVersionKind("admissionregistration.k8s.io", "v1", "ValidatingAdmissionPolicy"),
                            new NamespacedName("", "p"))
                    .object();

            assertThat(policy.findList("status", "typeChecking", "expressionWarnings")
                            .get(0)
                            .findText("warning"))
                    .startsWith("/v1, Kind=ConfigMap: ERROR: <input>:1:7: undefined field 'nope'\n");
        }
    }

    @Nested
    class Mutating {

        private void policy(String mutation) {
            object(
                    "MutatingAdmissionPolicy",
                    "m",
                    ON_CONFIG_MAPS + ", 'reinvocationPolicy': 'Never', 'mutations': [{" + mutation + "}]");
            object("MutatingAdmissionPolicyBinding", "b", "'policyName': 'm'");
        }

        @Test
        void applies_a_configuration() {
            policy("'patchType': 'ApplyConfiguration', 'applyConfiguration': {'expression':"
                    + " 'Object{metadata: Object.metadata{labels: {~a~: object.data.v}}}'}");

            assertThat(configMap("'v': '1'").object().findText("metadata", "labels", "a"))
                    .isEqualTo("1");
        }

        @Test
        void applies_patches() {
            policy("'patchType': 'JSONPatch', 'jsonPatch': {'expression':"
                    + " '[JSONPatch{op: ~add~, path: ~/data/w~, value: string(2 + 3)}]'}");

            assertThat(configMap("'v': '1'").object().findText("data", "w")).isEqualTo("5");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "Object{data: {~x~: object.data.nope}} | expression 'Object{data: {'x': object.data.nope}}' resulted in"
                            + " error: no such key: nope",
                    "Object{metadata: Object.spec{labels: {~a~: ~b~}}} | type mismatch: unexpected type name \"Object.spec\","
                            + " expected \"Object.metadata\", which matches field name path from root Object type",
                    "Object{nope: ~a~} | error applying patch: failed to convert patch object to typed object: .nope: field"
                            + " not declared in schema",
                })
        void refuses_what_it_cannot_apply(String expression, String error) {
            policy("'patchType': 'ApplyConfiguration', 'applyConfiguration': {'expression': '" + expression + "'}");

            ApiResponse response = configMap("'v': '1'");

            assertThat(response.code()).isEqualTo(403);
            assertThat(response.message()).isEqualTo("policy 'm' with binding 'b' denied request: " + error);
        }
    }
}
