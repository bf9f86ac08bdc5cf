package dev.drydock.kubernetes.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhooksTest {

    private static final String GUARD = "'clientConfig': {'service': {'name': 'guard', 'namespace': 'default'}}";
    private static final String CONFIG_MAPS =
            "'apiGroups': [''], 'apiVersions': ['v1'], 'operations': ['CREATE'], 'resources': ['configmaps']";

    private Client admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    private ApiResponse create(String object) {
        return admin.create(json(object), WriteOptions.as("test"));
    }

    private ApiResponse configMap(String namespace, String labels) {
        return create("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'namespace': '" + namespace
                + "', 'labels': " + labels + "}}");
    }

    private void webhook(String kind, String rule, String more) {
        ApiResponse response = create("{'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': '" + kind
                + "', 'metadata': {'name': 'w'}, 'webhooks': [{'name': 'w.example.com', 'sideEffects': 'None',"
                + " 'admissionReviewVersions': ['v1'], 'rules': [{" + rule + "}], " + more + "}]}");
        assertThat(response.isSuccess()).as(response.message()).isTrue();
    }

    @BeforeEach
    void begin() {
        admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"})
    void a_write_fails_where_no_service_answers_its_webhook(String kind) {
        webhook(kind, CONFIG_MAPS, GUARD);

        ApiResponse response = configMap("default", "{}");

        assertThat(response.code()).isEqualTo(500);
        assertThat(response.message())
                .isEqualTo("Internal error occurred: failed calling webhook \"w.example.com\": failed to call webhook: "
                        + "Post \"https://guard.default.svc:443/?timeout=10s\": service \"guard\" not found");
    }

    @Test
    void a_write_goes_on_where_failures_are_ignored() {
        webhook("ValidatingWebhookConfiguration", CONFIG_MAPS, GUARD + ", 'failurePolicy': 'Ignore'");

        assertThat(configMap("default", "{}").code()).isEqualTo(201);
    }

    @Test
    void an_address_that_nobody_listens_at_refuses_the_connection() {
        webhook(
                "ValidatingWebhookConfiguration",
                CONFIG_MAPS,
                "'timeoutSeconds': 5, 'clientConfig': {'url': 'https://127.0.0.1:9/validate'}");

        assertThat(configMap("default", "{}").message())
                .endsWith("Post \"https://127.0.0.1:9/validate?timeout=5s\": dial tcp 127.0.0.1:9: connect:"
                        + " connection refused");
    }

    @Test
    void what_a_service_that_exists_would_answer_is_not_guessed() {
        webhook("ValidatingWebhookConfiguration", CONFIG_MAPS, GUARD);
        create("{'apiVersion': 'v1', 'kind': 'Service', 'metadata': {'name': 'guard', 'namespace': 'default'},"
                + " 'spec': {'ports': [{'port': 443}]}}");

        assertThatThrownBy(() -> configMap("default", "{}"))
                .isInstanceOf(NotModelledException.class)
                .hasMessageContaining("w.example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'namespaceSelector': {'matchLabels': {'kubernetes.io/metadata.name': 'default'}} | 500",
                "'namespaceSelector': {'matchLabels': {'kubernetes.io/metadata.name': 'other'}} | 201",
                "'objectSelector': {'matchLabels': {'guarded': 'yes'}} | 500",
                "'objectSelector': {'matchLabels': {'guarded': 'no'}} | 201",
            })
    void selectors_decide_which_objects_a_webhook_sees(String selector, int code) {
        webhook("ValidatingWebhookConfiguration", CONFIG_MAPS, GUARD + ", " + selector);

        assertThat(configMap("default", "{'guarded': 'yes'}").code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"Equivalent, v1, 500", "Equivalent, v9, 201", "Exact, v1, 201", "Exact, v2, 500"})
    void a_rule_of_another_version_counts_unless_it_is_to_be_exact(String policy, String version, int code) {
        webhook(
                "ValidatingWebhookConfiguration",
                "'apiGroups': ['autoscaling'], 'apiVersions': ['" + version
                        + "'], 'operations': ['*'], 'resources': ['*'], 'scope': 'Namespaced'",
                GUARD + ", 'matchPolicy': '" + policy + "'");

        assertThat(create("{'apiVersion': 'autoscaling/v2', 'kind': 'HorizontalPodAutoscaler',"
                                + " 'metadata': {'name': 'a', 'namespace': 'default'}, 'spec': {'maxReplicas': 2,"
                                + " 'scaleTargetRef': {'apiVersion': 'apps/v1', 'kind': 'Deployment', 'name': 'a'}}}")
                        .code())
                .isEqualTo(code);
    }

    @Test
    void configurations_of_webhooks_are_shown_to_no_webhook() {
        webhook(
                "ValidatingWebhookConfiguration",
                "'apiGroups': ['*'], 'apiVersions': ['*'], 'operations': ['*'], 'resources': ['*/*']",
                GUARD);

        assertThat(create("{'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': 'MutatingWebhookConfiguration',"
                                + " 'metadata': {'name': 'other'}}")
                        .code())
                .isEqualTo(201);
    }

    /** Webhooks answer as somebody says. */
    @Nested
    class That_are_described {

        private final Cluster cluster = new Cluster(Seed.DEFAULT);
        private final List<String> asked = new ArrayList<>();

        @BeforeEach
        void begin() {
            admin = cluster.as(UserInfo.admin());
        }

        private void answers(Map<String, WebhookAnswers.Answer> answers) {
            cluster.server().webhooks((configuration, webhook, request) -> {
                asked.add(webhook);
                return Optional.ofNullable(answers.get(webhook));
            });
        }

        private void mutating(String name, String webhook, String policy) {
            ApiResponse response = create("{'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': "
                    + "'MutatingWebhookConfiguration', 'metadata': {'name': '" + name + "'}, 'webhooks': [{'name': '"
                    + webhook
                    + "', 'sideEffects': 'None', 'admissionReviewVersions': ['v1'], 'reinvocationPolicy': '" + policy
                    + "', 'rules': [{" + CONFIG_MAPS + "}], " + GUARD + "}]}");
            assertThat(response.isSuccess()).as(response.message()).isTrue();
        }

        private static WebhookAnswers.Answer label(String key) {
            Node patch = JsonReader.read(
                    "[{\"op\": \"add\", \"path\": \"/metadata/labels/" + key + "\", \"value\": \"x\"}]", "patch.json");
            return new WebhookAnswers.Allowed((ListNode) patch, List.of("warned by " + key));
        }

        @Test
        void change_the_object_one_after_the_other_and_look_again_where_they_want() {
            mutating("a", "a.example.com", "IfNeeded");
            mutating("b", "b.example.com", "Never");
            answers(Map.of("a.example.com", label("a"), "b.example.com", label("b")));
            ApiResponse response = configMap("default", "{'z': '1'}");
            assertThat(response.object().findMap("metadata", "labels").keys()).containsExactlyInAnyOrder("a", "b", "z");
            assertThat(response.warnings()).contains("warned by a", "warned by b");
            assertThat(asked).containsExactly("a.example.com", "b.example.com", "a.example.com");
        }

        @Test
        void are_not_asked_again_by_their_own_change() {
            mutating("a", "a.example.com", "IfNeeded");
            answers(Map.of("a.example.com", label("a")));
            assertThat(configMap("default", "{'z': '1'}").code()).isEqualTo(201);
            assertThat(asked).containsExactly("a.example.com");
        }

        @ParameterizedTest
        @CsvSource({
            "403, Forbidden, no maps, 403, no maps",
            "0, '', no maps, 400, no maps",
            "200, Teapot, '', 400, Teapot",
        })
        void deny_in_their_words(int code, String reason, String message, int expected, String why) {
            webhook("ValidatingWebhookConfiguration", CONFIG_MAPS, GUARD);
            answers(Map.of("w.example.com", new WebhookAnswers.Denied(code, reason, message, List.of())));
            ApiResponse response = configMap("default", "{}");
            assertThat(response.code()).isEqualTo(expected);
            assertThat(response.message()).isEqualTo("admission webhook \"w.example.com\" denied the request: " + why);
        }

        @Test
        void deny_without_a_word() {
            webhook("ValidatingWebhookConfiguration", CONFIG_MAPS, GUARD);
            answers(Map.of("w.example.com", new WebhookAnswers.Denied(0, "", "", List.of())));
            assertThat(configMap("default", "{}").message())
                    .isEqualTo("admission webhook \"w.example.com\" denied the request without explanation");
        }

        @Test
        void that_change_what_is_not_there_fail_the_request() {
            mutating("a", "a.example.com", "Never");
            Node patch = JsonReader.read("[{\"op\": \"remove\", \"path\": \"/data\"}]", "patch.json");
            answers(Map.of("a.example.com", new WebhookAnswers.Allowed((ListNode) patch, List.of())));
            ApiResponse response = configMap("default", "{}");
            assertThat(response.code()).isEqualTo(500);
            assertThat(response.message()).startsWith("Internal error occurred: ");
        }
    }
}
