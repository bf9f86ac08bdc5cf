package dev.drydock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiServerTest {

    private static final GroupVersionKind NAMESPACE = new GroupVersionKind("", "v1", "Namespace");
    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    private static final GroupVersionKind DEPLOYMENT = new GroupVersionKind("apps", "v1", "Deployment");
    private static final WriteOptions AS_TEST = WriteOptions.as("test");

    private final Cluster cluster = new Cluster(Seed.DEFAULT);
    private final Client admin = cluster.as(UserInfo.admin());

    private static MapNode yaml(String text) {
        return (MapNode) YamlReader.read(text, "test", YamlMode.KUBERNETES);
    }

    private static MapNode configMap(String namespace, String name) {
        return yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + ", namespace: " + namespace
                + "}, data: {a: '1'}}");
    }

    private static String version(ApiResponse response) {
        return String.valueOf(response.object().findString("metadata", "resourceVersion"));
    }

    @BeforeEach
    void make_a_namespace() {
        admin.create(yaml("{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}"), AS_TEST);
    }

    @Nested
    class Of_several_reasons_to_refuse {

        @Test
        void missing_rights_come_before_a_missing_namespace() {
            ApiResponse response =
                    cluster.as(UserInfo.named("jane", List.of())).create(configMap("absent", "x"), AS_TEST);

            assertThat(response.message())
                    .isEqualTo(
                            "configmaps is forbidden: User \"jane\" cannot create resource \"configmaps\" in API group"
                                    + " \"\" in the namespace \"absent\"");
            assertThat(response.explanation()).isNotNull();
        }

        @Test
        void a_missing_namespace_comes_before_a_bad_name() {
            ApiResponse response = admin.create(configMap("absent", "Bad_Name"), AS_TEST);

            assertThat(response.code()).isEqualTo(404);
            assertThat(response.message()).isEqualTo("namespaces \"absent\" not found");
        }

        @Test
        void a_bad_object_comes_before_a_taken_name() {
            admin.create(configMap("team-a", "x"), AS_TEST);
            MapNode bad = (MapNode)
                    configMap("team-a", "x").update(List.of("metadata", "labels"), old -> MapNode.of("a b", "c"));

            assertThat(admin.create(bad, AS_TEST).code()).isEqualTo(422);
            assertThat(admin.create(configMap("team-a", "x"), AS_TEST).message())
                    .isEqualTo("configmaps \"x\" already exists");
        }

        @Test
        void the_admission_of_an_applied_object_comes_before_the_right_to_create_it() {
            admin.create(
                    yaml(
                            "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: patcher}, rules:"
                                    + " [{apiGroups: [''], resources: [configmaps], verbs: [patch]}]}"),
                    AS_TEST);
            admin.create(
                    yaml(
                            "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: patcher},"
                                    + " roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: patcher},"
                                    + " subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: jane}]}"),
                    AS_TEST);
            Client jane = cluster.as(UserInfo.named("jane", List.of()));

            assertThat(jane.apply(configMap("absent", "x"), AS_TEST).code()).isEqualTo(404);
            assertThat(jane.apply(configMap("team-a", "x"), AS_TEST).message())
                    .isEqualTo(
                            "configmaps \"x\" is forbidden: User \"jane\" cannot create resource \"configmaps\" in API"
                                    + " group \"\" in the namespace \"team-a\"");
        }
    }

    @Nested
    class Writes_that {

        @Test
        void change_nothing_are_not_stored() {
            ApiResponse first = admin.apply(configMap("team-a", "x"), AS_TEST);
            ApiResponse second = admin.apply(configMap("team-a", "x"), AS_TEST);

            assertThat(second.code()).isEqualTo(200);
            assertThat(version(second)).isEqualTo(version(first));
        }

        @Test
        void are_dry_runs_leave_no_trace() {
            ApiResponse response = admin.apply(configMap("team-a", "x"), AS_TEST.withDryRun());

            assertThat(response.code()).isEqualTo(201);
            assertThat(response.object().find("metadata", "resourceVersion")).isNull();
            assertThat(admin.get(CONFIG_MAP, new NamespacedName("team-a", "x")).code())
                    .isEqualTo(404);
        }

        @Test
        void are_based_on_an_old_state_conflict() {
            ApiResponse created = admin.create(configMap("team-a", "x"), AS_TEST);
            MapNode mine = created.object();
            admin.apply(configMap("team-a", "x").with("data", MapNode.of("a", "2")), AS_TEST.withForce());

            assertThat(admin.update(mine.with("data", MapNode.of("a", "3")), "", AS_TEST)
                            .message())
                    .isEqualTo(
                            "Operation cannot be fulfilled on configmaps \"x\": the object has been modified; please apply"
                                    + " your changes to the latest version and try again");
        }

        @Test
        void a_fork_makes_are_not_seen_by_its_origin() {
            Cluster fork = cluster.fork();

            fork.as(UserInfo.admin()).create(configMap("team-a", "of-the-fork"), AS_TEST);

            assertThat(admin.get(CONFIG_MAP, new NamespacedName("team-a", "of-the-fork"))
                            .code())
                    .isEqualTo(404);
        }
    }

    @Nested
    class Deletions {

        private final NamespacedName name = new NamespacedName("team-a", "x");

        @Test
        void wait_for_finalizers_and_end_with_the_last_one() {
            MapNode object = (MapNode) configMap("team-a", "x")
                    .update(List.of("metadata", "finalizers"), old -> Node.of(List.of("example.com/f")));
            admin.create(object, AS_TEST);

            ApiResponse deleted = admin.delete(CONFIG_MAP, name, MapNode.EMPTY);
            assertThat(deleted.object().findString("metadata", "deletionTimestamp"))
                    .isNotNull();

            admin.patch(
                    CONFIG_MAP,
                    name,
                    "",
                    PatchType.MERGE,
                    MapNode.of("metadata", MapNode.of("finalizers", Node.of(List.of()))),
                    AS_TEST);
            assertThat(admin.get(CONFIG_MAP, name).code()).isEqualTo(404);
        }

        @Test
        void of_another_object_of_the_same_name_conflict() {
            admin.create(configMap("team-a", "x"), AS_TEST);

            MapNode options = MapNode.of("preconditions", MapNode.of("uid", "other"));
            assertThat(admin.delete(CONFIG_MAP, name, options).message())
                    .startsWith(
                            "Operation cannot be fulfilled on ConfigMap \"x\": the UID in the precondition (other) does"
                                    + " not match the UID in record (");
        }

        @Test
        void of_namespaces_close_them_first() {
            admin.delete(NAMESPACE, new NamespacedName("", "team-a"), MapNode.EMPTY);

            assertThat(admin.create(configMap("team-a", "x"), AS_TEST).message())
                    .isEqualTo(
                            "configmaps \"x\" is forbidden: unable to create new content in namespace team-a because it is"
                                    + " being terminated");
        }

        @Test
        void of_namespaces_that_a_cluster_needs_are_refused() {
            assertThat(admin.delete(NAMESPACE, new NamespacedName("", "kube-system"), MapNode.EMPTY)
                            .message())
                    .isEqualTo("namespaces \"kube-system\" is forbidden: this namespace may not be deleted");
        }
    }

    @Nested
    class The_scale_of_a_deployment {

        private final NamespacedName web = new NamespacedName("team-a", "web");

        @BeforeEach
        void make_a_deployment() {
            admin.create(
                    yaml(
                            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: team-a}, spec: {replicas:"
                                    + " 2, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec:"
                                    + " {containers: [{name: web, image: web}]}}}}"),
                    AS_TEST);
        }

        @Test
        void sets_its_replicas_and_raises_its_generation() {
            ApiResponse scaled = admin.patch(
                    DEPLOYMENT, web, "scale", PatchType.MERGE, MapNode.of("spec", MapNode.of("replicas", 5)), AS_TEST);

            assertThat(scaled.object().findString("kind")).isEqualTo("Scale");
            assertThat(scaled.object().findString("status", "selector")).isEqualTo("app=web");
            MapNode deployment = admin.get(DEPLOYMENT, web).object();
            assertThat(deployment.findLong("spec", "replicas")).isEqualTo(5);
            assertThat(deployment.findLong("metadata", "generation")).isEqualTo(2);
        }
    }

    @Nested
    class Warnings_are_given {

        private static final GroupVersionKind JOB = new GroupVersionKind("batch", "v1", "Job");

        @ParameterizedTest
        @CsvSource({"'{}', 1", "'{propagationPolicy: Background}', 0", "'{orphanDependents: false}', 0"})
        void when_a_job_goes_and_nobody_says_what_becomes_of_its_pods(String options, int warnings) {
            admin.create(
                    yaml("{apiVersion: batch/v1, kind: Job, metadata: {name: once, namespace: team-a}, spec: {template:"
                            + " {spec: {restartPolicy: Never, containers: [{name: a, image: 'a:1'}]}}}}"),
                    AS_TEST);

            ApiResponse response = admin.delete(JOB, new NamespacedName("team-a", "once"), yaml(options));

            assertThat(response.warnings())
                    .hasSize(warnings)
                    .allMatch(warning -> warning.equals("child pods are preserved by default when jobs are deleted; set"
                            + " propagationPolicy=Background to remove them or set propagationPolicy=Orphan to suppress"
                            + " this warning"));
        }

        @ParameterizedTest
        @CsvSource(
                nullValues = "-",
                value = {
                    "v1, -",
                    "v1beta1, example.com/v1beta1 Widget is deprecated; use example.com/v2 Widget",
                    "v2, -",
                    "v3, example.com/v3 Widget is deprecated",
                    "v1alpha1, leave it"
                })
        void about_deprecated_versions_of_custom_resources(String version, @Nullable String warning) {
            String schema = "storage: false, served: true, schema: {openAPIV3Schema: {type: object}}";
            admin.create(
                    yaml("{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name:"
                            + " widgets.example.com}, spec: {group: example.com, scope: Namespaced, names: {kind:"
                            + " Widget, plural: widgets}, versions: [{name: v1alpha1, deprecated: true,"
                            + " deprecationWarning: leave it, " + schema + "}, {name: v1beta1, deprecated: true, "
                            + schema + "}, {name: v1, " + schema.replace("storage: false", "storage: true")
                            + "}, {name: v2, " + schema + "}, {name: v3, deprecated: true, " + schema + "}]}}"),
                    AS_TEST);

            ApiResponse response = admin.list(new GroupVersionKind("example.com", version, "Widget"), "team-a", "");

            assertThat(response.warnings()).isEqualTo(warning == null ? List.of() : List.of(warning));
        }
    }
}
