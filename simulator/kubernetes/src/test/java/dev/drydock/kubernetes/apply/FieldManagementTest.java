package dev.drydock.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FieldManagementTest {

    @Nested
    class WhenTwoManagersApply {

        private final Applier object = Applier.configMap();

        @Test
        void a_changed_value_of_another_is_a_conflict() {
            object.apply("alpha", "data: {a: '1', b: '1'}");

            Status status = object.refusal("beta", "data: {a: '2'}");

            assertThat(status.code()).isEqualTo(409);
            assertThat(status.reason()).isEqualTo("Conflict");
            assertThat(status.message()).isEqualTo("Apply failed with 1 conflict: conflict with \"alpha\": .data.a");
            assertThat(status.causes())
                    .containsExactly(new Status.Cause("FieldManagerConflict", "conflict with \"alpha\"", ".data.a"));
        }

        @Test
        void several_conflicts_are_grouped_by_manager() {
            object.apply("alpha", "data: {a: '1', b: '1'}");
            object.update("edit", "data: {a: '1', b: '1', c: '1'}");

            Status status = object.refusal("beta", "data: {a: '2', b: '2', c: '2'}");

            assertThat(status.message())
                    .isEqualTo("Apply failed with 3 conflicts: conflicts with \"alpha\":\n- .data.a\n- .data.b\n"
                            + "conflicts with \"edit\" using v1:\n- .data.c");
        }

        @Test
        void an_equal_value_is_shared() {
            object.apply("alpha", "data: {a: '1'}");
            object.apply("beta", "data: {a: '1'}");

            assertThat(object.fieldsOf("alpha", "Apply")).isEqualTo("{\"f:data\":{\"f:a\":{}}}");
            assertThat(object.fieldsOf("beta", "Apply")).isEqualTo("{\"f:data\":{\"f:a\":{}}}");
        }

        @Test
        void a_shared_field_stays_until_the_last_owner_gives_it_up() {
            object.apply("alpha", "data: {a: '1', b: '1'}");
            object.apply("beta", "data: {a: '1'}");

            assertThat(object.apply("alpha", "data: {b: '1'}").findString("data", "a"))
                    .isEqualTo("1");
            assertThat(object.apply("beta", "").findString("data", "a")).isNull();
            assertThat(object.live().findString("data", "b")).isEqualTo("1");
        }

        @Test
        void force_takes_the_field() {
            object.apply("alpha", "data: {a: '1', b: '1'}");
            object.force("beta", "data: {a: '2'}");

            assertThat(object.fieldsOf("alpha", "Apply")).isEqualTo("{\"f:data\":{\"f:b\":{}}}");
            assertThat(object.fieldsOf("beta", "Apply")).isEqualTo("{\"f:data\":{\"f:a\":{}}}");
        }

        @Test
        void a_new_owner_of_an_unchanged_value_has_no_time_and_comes_first() {
            object.apply("alpha", "data: {a: '1'}");
            object.apply("beta", "data: {a: '1'}");

            List<Node> entries =
                    object.live().findList("metadata", "managedFields").items();
            assertThat(entries.get(0).findString("manager")).isEqualTo("beta");
            assertThat(entries.get(0).findString("time")).isNull();
            assertThat(entries.get(1).findString("time")).isEqualTo("2026-01-01T00:00:01Z");
        }
    }

    @Nested
    class WhenOthersWrite {

        private final Applier object = Applier.configMap();

        @Test
        void a_creation_owns_what_it_sets_and_the_maps_around_it() {
            object.update("kubectl-create", "data: {a: '1'}");

            assertThat(object.fieldsOf("kubectl-create", "Update")).isEqualTo("{\"f:data\":{\".\":{},\"f:a\":{}}}");
        }

        @Test
        void structs_that_are_always_there_are_not_owned() {
            Applier deployment = Applier.deployment();
            deployment.update(
                    "kubectl-create",
                    "spec: {strategy: {type: Recreate}, template: {metadata: {labels: {a: b}},"
                            + " spec: {containers: [{name: web, resources: {}}]}}}");

            assertThat(deployment.fieldsOf("kubectl-create", "Update"))
                    .isEqualTo(
                            "{\"f:spec\":{\"f:strategy\":{\"f:type\":{}},\"f:template\":{\"f:metadata\":{\"f:labels\":"
                                    + "{\".\":{},\"f:a\":{}}},\"f:spec\":{\"f:containers\":{\"k:{\\\"name\\\":\\\"web\\\"}\":"
                                    + "{\".\":{},\"f:name\":{},\"f:resources\":{}}}}}}}");
        }

        @Test
        void a_changed_field_moves_and_an_unchanged_one_stays() {
            object.apply("alpha", "data: {a: '1', b: '1'}");
            object.update("edit", "data: {a: '2', b: '1'}");

            assertThat(object.fieldsOf("alpha", "Apply")).isEqualTo("{\"f:data\":{\"f:b\":{}}}");
            assertThat(object.fieldsOf("edit", "Update")).isEqualTo("{\"f:data\":{\"f:a\":{}}}");
        }

        @Test
        void an_empty_list_of_managed_fields_forgets_all_owners() {
            object.apply("alpha", "data: {a: '1'}");
            object.reset("edit", "data: {a: '1'}");

            assertThat(object.live().findList("metadata", "managedFields").isEmpty())
                    .isTrue();

            object.update("edit", "data: {a: '2'}");
            assertThat(object.live().find("metadata", "managedFields")).isNull();

            object.apply("alpha", "data: {b: '1'}");
            assertThat(object.fieldsOf("before-first-apply", "Update")).isEqualTo("{\"f:data\":{\".\":{},\"f:a\":{}}}");
        }

        @Test
        void the_oldest_of_more_than_ten_updaters_are_joined() {
            object.update("u0", "data: {}");
            StringBuilder data = new StringBuilder();
            for (int i = 1; i <= 12; i++) {
                data.append(i == 1 ? "" : ", ").append("k").append(i).append(": '1'");
                object.update("u" + i, "data: {" + data + "}");
            }

            List<String> managers = object.live().findList("metadata", "managedFields").stream()
                    .map(entry -> entry.findString("manager"))
                    .collect(Collectors.toList());
            assertThat(managers).hasSize(10).contains("ancient-changes", "u12").doesNotContain("u1", "u2");
        }
    }

    @Nested
    class WhenTheConfigurationIsWrong {

        @Test
        void an_unknown_field_is_named() {
            assertThat(Applier.deployment().refusal("a", "spec: {foo: 1}").message())
                    .isEqualTo("failed to create typed patch object (/x; apps/v1, Kind=Deployment): "
                            + ".spec.foo: field not declared in schema");
        }

        @Test
        void wrong_types_are_described_as_go_does() {
            String env =
                    "spec: {replicas: many, template: {spec: {containers: [{name: w, env: [{name: P, value: 80}]}]}}}";

            assertThat(Applier.deployment().refusal("a", env).message())
                    .isEqualTo("failed to create typed patch object (/x; apps/v1, Kind=Deployment): errors:\n"
                            + "  .spec.replicas: expected numeric (int or float), got string\n"
                            + "  .spec.template.spec.containers[name=\"w\"].env[name=\"P\"].value: "
                            + "expected string, got &value.valueUnstructured{Value:80}");
        }

        @Test
        void duplicate_keys_are_refused() {
            assertThat(Applier.deployment()
                            .refusal("a", "spec: {template: {spec: {containers: [{name: w}, {name: w}]}}}")
                            .message())
                    .endsWith(".spec.template.spec.containers: duplicate entries for key [name=\"w\"]");
        }

        @Test
        void another_version_is_a_bad_request() {
            ApplyOutcome outcome = new FieldManagement(
                            new dev.drydock.kubernetes.GroupVersionKind("", "v1", "ConfigMap"),
                            "",
                            dev.drydock.kubernetes.schema.SchemaTypes.builtIn(),
                            ObjectConversion.none(),
                            ResetFields.NONE)
                    .apply(
                            null,
                            Applier.yaml("{apiVersion: v2, kind: ConfigMap}"),
                            "a",
                            false,
                            java.time.Instant.EPOCH);

            assertThat(((ApplyOutcome.Refused) outcome).status().message())
                    .isEqualTo("invalid object type: /v2, Kind=ConfigMap");
        }
    }

    @Nested
    class WhenListsAreMerged {

        private static final String SCHEMA = """
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                      parts:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [name]
                        items: {type: object, properties: {name: {type: string}, n: {type: integer}}}
                      free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                """;

        private final Applier object = Applier.custom(SCHEMA.replace("n: {type", "'n': {type"));

        @Test
        void items_of_the_configuration_keep_their_order() {
            object.apply("alpha", "spec: {tags: [a, b, c]}");
            object.apply("beta", "spec: {tags: [d, c, a]}");

            assertThat(object.live().findList("spec", "tags").strings()).containsExactly("b", "d", "c", "a");
        }

        @Test
        void an_item_stays_while_somebody_owns_something_in_it() {
            object.apply("alpha", "spec: {parts: [{name: p, \"n\": 1}]}");
            object.apply("beta", "spec: {parts: [{name: p}]}");

            object.apply("alpha", "spec: {}");

            assertThat(object.live().find("spec", "parts")).hasToString("[{\"name\":\"p\"}]");
        }

        @Test
        void unknown_content_is_owned_field_by_field() {
            object.apply("alpha", "spec: {free: {a: 1, l: [1]}}");

            assertThat(object.fieldsOf("alpha", "Apply"))
                    .isEqualTo("{\"f:spec\":{\"f:free\":{\"f:a\":{},\"f:l\":{}}}}");
            assertThat(object.refusal("beta", "spec: {nope: 1}").message())
                    .endsWith(".spec.nope: field not declared in schema");
        }
    }

    @Nested
    class WhenKubectlTakesOver {

        @Test
        void conflicts_with_its_own_earlier_configuration_are_allowed() {
            Applier object = Applier.configMap();
            object.create(
                    "kubectl-client-side-apply",
                    "data: {a: '1', b: '1'}",
                    "kubectl.kubernetes.io/last-applied-configuration",
                    "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"x\"},\"data\":{\"a\":\"1\"}}");

            assertThat(object.refusal("kubectl", "data: {a: '2', b: '2'}").message())
                    .isEqualTo("Apply failed with 1 conflict: conflict with \"kubectl-client-side-apply\" using v1:"
                            + " .data.b");
            object.apply("kubectl", "data: {a: '2'}");
            assertThat(object.live()
                            .findString("metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration"))
                    .isEqualTo("{\"apiVersion\":\"v1\",\"data\":{\"a\":\"2\"},\"kind\":\"ConfigMap\","
                            + "\"metadata\":{\"name\":\"x\"}}\n");
        }
    }
}
