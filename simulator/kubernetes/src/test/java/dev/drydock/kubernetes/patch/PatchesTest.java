package dev.drydock.kubernetes.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchesTest {

    private static final GroupVersionKind POD = new GroupVersionKind("", "v1", "Pod");

    private static final MapNode LIVE = yaml("""
            apiVersion: v1
            kind: Pod
            metadata: {name: web, finalizers: [example.com/a, example.com/b], labels: {x: z}}
            spec:
              containers:
              - {name: web, image: w:1, env: [{name: A, value: '1'}, {name: B, value: '1'}]}
              - {name: log, image: l:1}
              tolerations: [{key: a}]
              volumes: [{name: tmp, emptyDir: {}}]
            """);

    private static MapNode yaml(String text) {
        return (MapNode) YamlReader.read(text, "test", YamlMode.KUBERNETES);
    }

    private static PatchOutcome strategic(String json, FieldValidation validation) {
        RequestBody body = new RequestBody.Text(json, "application/strategic-merge-patch+json");
        return Patches.strategic(LIVE, body, POD, SchemaTypes.builtIn(), validation);
    }

    private static Node patched(PatchOutcome outcome) {
        if (outcome instanceof PatchOutcome.Patched patched) {
            return patched.document();
        }
        throw new AssertionError(((PatchOutcome.Refused) outcome).status());
    }

    private static Status refused(PatchOutcome outcome) {
        if (outcome instanceof PatchOutcome.Refused refused) {
            return refused.status();
        }
        throw new AssertionError("was patched: " + outcome);
    }

    /** A strategic patch in YAML. */
    private static Node strategic(String yaml) {
        RequestBody body = new RequestBody.Value(yaml(yaml));
        return patched(Patches.strategic(LIVE, body, POD, SchemaTypes.builtIn(), FieldValidation.WARN));
    }

    private static Status refusal(String yaml) {
        RequestBody body = new RequestBody.Value(yaml(yaml));
        return refused(Patches.strategic(LIVE, body, POD, SchemaTypes.builtIn(), FieldValidation.WARN));
    }

    private static List<String> names(Node document) {
        return document.findList("spec", "containers").stream()
                .map(container -> String.valueOf(container.findString("name")))
                .toList();
    }

    @Nested
    class Strategic {

        @Test
        void merges_items_by_key_and_puts_new_ones_first() {
            Node pod = strategic("spec: {containers: [{name: new, image: n}, {name: web, image: w:2}]}");

            assertThat(names(pod)).containsExactly("new", "web", "log");
            assertThat(pod.findList("spec", "containers").get(1).findString("image"))
                    .isEqualTo("w:2");
            assertThat(pod.findList("spec", "containers").get(1).findList("env").size())
                    .isEqualTo(2);
        }

        @Test
        void replaces_lists_without_a_strategy() {
            assertThat(strategic("spec: {tolerations: [{key: b}]}").find("spec", "tolerations"))
                    .hasToString("[{\"key\":\"b\"}]");
        }

        @Test
        void joins_lists_of_primitives() {
            assertThat(strategic("metadata: {finalizers: [example.com/c]}").find("metadata", "finalizers"))
                    .hasToString("[\"example.com/c\",\"example.com/a\",\"example.com/b\"]");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "spec: {containers: [{name: web, $patch: delete}]}|log",
                    "spec: {containers: [{$patch: replace}, {name: only}]}|only",
                    "spec: {$setElementOrder/containers: [{name: log}, {name: web}]}|log,web",
                    "spec: {$retainKeys: [containers], containers: [{name: web}]}|web,log",
                })
        void obeys_directives(String patch, String expected) {
            assertThat(String.join(",", names(strategic(patch)))).isEqualTo(expected);
        }

        @Test
        void deletes_from_lists_of_primitives() {
            assertThat(strategic("metadata: {$deleteFromPrimitiveList/finalizers: [example.com/a]}")
                            .find("metadata", "finalizers"))
                    .hasToString("[\"example.com/b\"]");
        }

        @Test
        void retains_only_the_listed_keys() {
            Node volume = strategic(
                            "spec: {volumes: [{name: tmp, configMap: {name: c}, $retainKeys: [name, configMap]}]}")
                    .findList("spec", "volumes")
                    .get(0);

            assertThat(volume).hasToString("{\"name\":\"tmp\",\"configMap\":{\"name\":\"c\"}}");
        }

        @Test
        void removes_by_null_and_replaces_maps() {
            assertThat(strategic("metadata: {labels: {x: null}}").find("metadata", "labels"))
                    .hasToString("{}");
            assertThat(strategic("metadata: {labels: {$patch: replace, q: r}}").find("metadata", "labels"))
                    .hasToString("{\"q\":\"r\"}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "spec: {containers: [{image: x}]}|500|map: map[image:x] does not contain declared merge key: name",
                    "spec: {containers: [{name: web, $patch: nope}]}|500|"
                            + "unknown patch type: nope in map: map[$patch:nope name:web]",
                    "spec: {$retainKeys: containers}|400|invalid patch format of retainKeys",
                    "spec: {$setElementOrder/containers: [web]}|500|value for key 0 is not a map",
                    "spec: {tolerations: [{key: a}], $setElementOrder: []}|400|"
                            + "invalid patch format of setElementOrder list",
                })
        void refuses_bad_directives(String patch, int code, String message) {
            assertThat(refusal(patch).code()).isEqualTo(code);
            assertThat(refusal(patch).message()).isEqualTo(message);
        }

        @Test
        void reports_duplicate_keys_and_shows_what_is_left_of_the_patch() {
            PatchOutcome outcome =
                    strategic("{\"spec\":{\"$retainKeys\":[\"nope\"],\"nope\":1,\"nope\":2}}", FieldValidation.WARN);

            assertThat(((PatchOutcome.Patched) outcome).strictProblems())
                    .containsExactly("duplicate field \"spec.nope\"");
            assertThat(((PatchOutcome.Patched) outcome).shown().get()).isEqualTo("map[spec:map[nope:2]]");
        }

        @Test
        void is_json() {
            assertThat(refused(strategic("data: x", FieldValidation.WARN)).message())
                    .isEqualTo("invalid character 'd' looking for beginning of value");
            assertThat(refused(strategic("[]", FieldValidation.WARN)).message())
                    .isEqualTo("json: cannot unmarshal array into Go value of type map[string]interface {}");
        }
    }

    @Nested
    class Json {

        private PatchOutcome merge(String json) {
            RequestBody body = new RequestBody.Text(json, "application/merge-patch+json");
            return Patches.merge(LIVE, body, POD, SchemaTypes.builtIn(), FieldValidation.WARN);
        }

        private PatchOutcome patch(String json) {
            RequestBody body = new RequestBody.Text(json, "application/json-patch+json");
            return Patches.json(LIVE, body, POD, SchemaTypes.builtIn(), FieldValidation.WARN);
        }

        @Test
        void a_merge_patch_replaces_lists_and_drops_nulls_inside_of_new_objects() {
            Node pod = patched(merge("{\"spec\":{\"containers\":[{\"name\":\"w\",\"env\":null}],\"x\":{\"y\":null}}}"));

            assertThat(pod.find("spec", "containers")).hasToString("[{\"name\":\"w\"}]");
            assertThat(pod.find("spec", "x")).hasToString("{}");
        }

        @Test
        void untouched_parts_are_shown_in_the_order_of_structs() {
            PatchOutcome outcome =
                    merge("{\"spec\":{\"volumes\":null,\"nodeName\":5,\"containers\":null,\"tolerations\":null}}");

            assertThat(((PatchOutcome.Patched) outcome).shown().get())
                    .isEqualTo(
                            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web\",\"labels\":{\"x\":\"z\"},"
                                    + "\"finalizers\":[\"example.com/a\",\"example.com/b\"]},\"spec\":{\"nodeName\":5}}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "[]|error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}",
                    "text|error decoding patch: invalid character 'e' in literal true (expecting 'r')",
                    "null|Invalid JSON Patch",
                })
        void a_merge_patch_is_an_object(String json, String message) {
            assertThat(refused(merge(json)).message()).isEqualTo(message);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "{}|400|error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp",
                    "[[]]|400|error decoding patch: json: cannot unmarshal array into Go value of type handlers.jsonPatchOp",
                    "[{\"op\":1}]|400|error decoding patch: json: cannot unmarshal number into Go struct field"
                            + " jsonPatchOp.op of type string",
                    "[{\"op\":\"remove\",\"path\":\"/none\"}]|422|"
                            + "the server rejected our request due to an error in our request",
                })
        void a_json_patch_is_a_list_of_operations(String json, int code, String message) {
            assertThat(refused(patch(json)).code()).isEqualTo(code);
            assertThat(refused(patch(json)).message()).isEqualTo(message);
        }

        @Test
        void too_many_operations_are_too_large() {
            String operations = "{\"op\":\"test\",\"path\":\"/kind\",\"value\":\"Pod\"},".repeat(10_000);

            assertThat(refused(patch("[" + operations + "{}]")).code()).isEqualTo(413);
        }
    }
}
