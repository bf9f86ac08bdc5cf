package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.runtime.Conditions;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.controllers.ControllerManager;
import dev.drydock.kubernetes.controllers.WorkloadBehaviour;
import dev.drydock.kubernetes.controllers.WorkloadBehaviour.Outcome;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KustomizationTest {

    private static final String URL = "https://git.example.com/team/apps.git";
    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    private static final String TWO =
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: one}}\n---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: two}}\n";

    private static final String THREE = "{apiVersion: v1, kind: ConfigMap, metadata: {name: three}}";

    private final FluxWorld world = new FluxWorld(FluxProfile.open())
            .apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository,"
                    + " metadata: {name: apps, namespace: default}, spec: {interval: 1h, url: \"" + URL
                    + "\", ref: {branch: main}}}");

    private String message(String more) {
        world.push(URL, Map.of("apps/objects.yaml", TWO))
                .apply("{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                        + " metadata: {name: apps, namespace: default}, spec: {interval: 10m, prune: true, timeout: 30s,"
                        + " path: ./apps, targetNamespace: default, sourceRef: {kind: GitRepository, name: apps}" + more
                        + "}}")
                .advance(60);
        return world.ready(FluxWorld.KUSTOMIZATION, "default", "apps").message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", healthChecks: [{apiVersion: v1, kind: ConfigMap, name: nobody, namespace: default}]"
                        + "|timeout waiting for: [ConfigMap/default/nobody status: 'NotFound']",
                ", healthChecks: [{apiVersion: example.com/v1, kind: Thing, name: x, namespace: default}]"
                        + "|timeout waiting for: [Thing/default/x status: 'Unknown': no matches for kind \"Thing\" in group \"example.com\"]",
                ", healthChecks: [{apiVersion: v1, kind: ConfigMap, name: one}]"
                        + "|resource ConfigMap one is namespace scoped, but namespace is not set",
                ", kubeConfig: {secretRef: {name: remote}}"
                        + "|unable to read KubeConfig secret 'default/remote' error: secrets \"remote\" not found",
                ", decryption: {provider: sops, secretRef: {name: age}}|secrets \"age\" not found"
            })
    void fails_in_the_words_of_the_controller(String more, String expected) {
        assertThat(message(more)).endsWith(expected);
    }

    @Test
    void what_leaves_the_repository_is_pruned() {
        assertThat(message("")).startsWith("Applied revision: main@sha1:");

        world.push(URL, Map.of("apps/objects.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: two}}"))
                .advance(20);

        assertThat(world.admin
                        .get(CONFIG_MAP, new NamespacedName("default", "one"))
                        .code())
                .isEqualTo(404);
        assertThat(world.get(FluxWorld.KUSTOMIZATION, "default", "apps")
                        .findList("status", "inventory", "entries")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_gap_belongs_to_its_object() {
        message(", kubeConfig: {secretRef: {name: remote}}");
        world.apply(
                        "{apiVersion: v1, kind: Secret, metadata: {name: remote, namespace: default}, stringData: {value: x}}")
                .advance(1200);

        Optional<String> gap =
                Flux.of(world.cluster).orElseThrow().notModelled(world.get(FluxWorld.KUSTOMIZATION, "default", "apps"));

        assertThat(gap).contains("remote clusters (spec.kubeConfig)");
    }

    @Test
    void labelled_configuration_wakes_who_reads_it() {
        world.push(
                        URL,
                        Map.of(
                                "apps/objects.yaml",
                                "{apiVersion: v1, kind: ConfigMap, metadata: {name: one}, data: {v: \"${v}\"}}"))
                .apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: vars, namespace: default, labels:"
                        + " {reconcile.fluxcd.io/watch: Enabled}}, data: {v: first}}")
                .apply("{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                        + " metadata: {name: apps, namespace: default}, spec: {interval: 10m, prune: true, path: ./apps,"
                        + " targetNamespace: default, sourceRef: {kind: GitRepository, name: apps},"
                        + " postBuild: {substituteFrom: [{kind: ConfigMap, name: vars}]}}}")
                .advance(30)
                .apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: vars, namespace: default, labels:"
                        + " {reconcile.fluxcd.io/watch: Enabled}}, data: {v: second}}")
                .advance(30);

        assertThat(world.get(CONFIG_MAP, "default", "one").findText("data", "v"))
                .isEqualTo("second");
    }

    @Test
    void an_unreadable_kustomization_stops_all_of_them_until_it_is_gone() {
        message("");
        world.apply("{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                        + " metadata: {name: eons, namespace: default}, spec: {interval: 9999999h, prune: true, path: ./apps,"
                        + " sourceRef: {kind: GitRepository, name: apps}}}")
                .push(URL, Map.of("apps/objects.yaml", TWO, "apps/three.yaml", THREE))
                .advance(60);
        NamespacedName three = new NamespacedName("default", "three");
        assertThat(world.admin.get(CONFIG_MAP, three).code()).isEqualTo(404);

        world.admin.delete(FluxWorld.KUSTOMIZATION, new NamespacedName("default", "eons"), MapNode.EMPTY);
        world.advance(60);

        assertThat(world.admin.get(CONFIG_MAP, three).isSuccess()).isTrue();
    }

    @Test
    void a_folder_whose_files_are_all_ignored_is_there_and_empty() {
        world.push(URL, Map.of("apps/logo.png", "x"))
                .apply("{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                        + " metadata: {name: apps, namespace: default}, spec: {interval: 10m, prune: true, path: ./apps,"
                        + " sourceRef: {kind: GitRepository, name: apps}}}")
                .advance(30);

        assertThat(world.ready(FluxWorld.KUSTOMIZATION, "default", "apps").message())
                .startsWith("Applied revision: ");
    }

    @Test
    void a_kind_that_was_served_before_is_asked_for_again() {
        String crd =
                "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: things.example.com},"
                        + " spec: {group: example.com, scope: Namespaced, names: {plural: things, singular: thing, kind: Thing,"
                        + " listKind: ThingList}, versions: [{name: v1, served: true, storage: true,"
                        + " schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}]}}";
        world.apply(crd)
                .advance(5)
                .push(URL, Map.of("apps/thing.yaml", "{apiVersion: example.com/v1, kind: Thing, metadata: {name: a}}"))
                .apply("{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                        + " metadata: {name: apps, namespace: default}, spec: {interval: 1m, prune: true, path: ./apps,"
                        + " targetNamespace: default, sourceRef: {kind: GitRepository, name: apps}}}")
                .advance(10);
        world.admin.delete(
                new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition"),
                new NamespacedName("", "things.example.com"),
                MapNode.EMPTY);
        world.advance(90);

        assertThat(world.ready(FluxWorld.KUSTOMIZATION, "default", "apps").message())
                .contains("Thing/default/a not found: the server could not find the requested resource"
                        + " (patch things.example.com a)");
    }

    @Test
    void recreating_waits_for_finalizers() {
        String held = "{apiVersion: v1, kind: ConfigMap, metadata: {name: held, finalizers: [example.com/hold]},"
                + " immutable: true, data: {v: \"%s\"}}";
        world.push(URL, Map.of("apps/held.yaml", held.formatted("one")))
                .apply("{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                        + " metadata: {name: apps, namespace: default}, spec: {interval: 10m, prune: true, force: true,"
                        + " path: ./apps, targetNamespace: default, sourceRef: {kind: GitRepository, name: apps}}}")
                .advance(20)
                .push(URL, Map.of("apps/held.yaml", held.formatted("two")))
                .advance(600);
        MapNode waiting = world.get(CONFIG_MAP, "default", "held");
        assertThat(waiting.findText("data", "v")).isEqualTo("one");
        assertThat(waiting.find("metadata", "deletionTimestamp")).isNotNull();

        world.admin.patch(
                CONFIG_MAP,
                new NamespacedName("default", "held"),
                "",
                PatchType.MERGE,
                MapNode.of("metadata", MapNode.of("finalizers", ListNode.EMPTY)),
                WriteOptions.as("drydock"));
        world.advance(20);

        assertThat(world.get(CONFIG_MAP, "default", "held").findText("data", "v"))
                .isEqualTo("two");
    }

    @Test
    void an_account_for_decryption_needs_its_feature_gate() {
        String message = message(", decryption: {provider: sops, serviceAccountName: keys}");

        MapNode object = world.get(FluxWorld.KUSTOMIZATION, "default", "apps");
        assertThat(message)
                .isEqualTo("to use spec.decryption.serviceAccountName for decryption authentication please enable the"
                        + " ObjectLevelWorkloadIdentity feature gate in the controller");
        assertThat(Conditions.find(object, "Stalled").orElseThrow().reason()).isEqualTo("FeatureGateDisabled");
        assertThat(Conditions.find(object, "Ready").orElseThrow().reason()).isEqualTo("FeatureGateDisabled");
    }

    @Test
    void a_health_check_of_no_group_and_version_fails_without_waiting() {
        String message = message(", healthChecks: [{apiVersion: a/b/c, kind: Thing, name: x, namespace: default}]");

        MapNode object = world.get(FluxWorld.KUSTOMIZATION, "default", "apps");
        assertThat(message).isEqualTo("unexpected GroupVersion string: a/b/c");
        assertThat(Conditions.find(object, "Ready").orElseThrow().reason()).isEqualTo("HealthCheckFailed");
        assertThat(Conditions.find(object, "Healthy")).isEmpty();
        assertThat(object.findList("status", "inventory", "entries").size()).isEqualTo(2);
    }

    @Test
    void a_new_revision_wakes_nobody_when_dependencies_run_in_a_circle() {
        message("");
        Map<String, String> changed = Map.of("apps/objects.yaml", TWO, "apps/three.yaml", THREE);
        world.apply(dependent("a", "b"))
                .apply(dependent("b", "a"))
                .push(URL, changed)
                .advance(60);
        NamespacedName three = new NamespacedName("default", "three");
        assertThat(world.admin.get(CONFIG_MAP, three).code()).isEqualTo(404);

        world.admin.delete(FluxWorld.KUSTOMIZATION, new NamespacedName("default", "b"), MapNode.EMPTY);
        world.push(URL, Map.of("apps/three.yaml", THREE)).advance(60);

        assertThat(world.admin.get(CONFIG_MAP, three).isSuccess()).isTrue();
    }

    private static String dependent(String name, String dependency) {
        return "{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {name: " + name
                + ", namespace: default}, spec: {interval: 1h, prune: true, path: ./apps, dependsOn: [{name: "
                + dependency
                + "}], sourceRef: {kind: GitRepository, name: apps}}}";
    }

    @Test
    void a_job_that_was_cleaned_up_is_healthy() {
        String job =
                "{apiVersion: batch/v1, kind: Job, metadata: {name: once}, spec: {%stemplate: {spec: {restartPolicy:"
                        + " Never, containers: [{name: c, image: busybox}]}}}}";
        world.cluster.install(ControllerManager.withWorkloads(
                List.of(new WorkloadBehaviour("Job", "default", "twice", Outcome.READY, Duration.ofSeconds(30)))));
        world.push(
                        URL,
                        Map.of(
                                "apps/job.yaml",
                                job.formatted("ttlSecondsAfterFinished: 0, "),
                                "apps/slow.yaml",
                                job.formatted("").replace("once", "twice")))
                .apply(
                        "{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                                + " metadata: {name: apps, namespace: default}, spec: {interval: 1h, prune: true, wait: true,"
                                + " path: ./apps, timeout: 2m, targetNamespace: default, sourceRef: {kind: GitRepository, name: apps}}}")
                .advance(60);

        assertThat(world.admin
                        .get(new GroupVersionKind("batch", "v1", "Job"), new NamespacedName("default", "once"))
                        .code())
                .isEqualTo(404);
        assertThat(world.ready(FluxWorld.KUSTOMIZATION, "default", "apps").status())
                .isEqualTo("True");
    }

    @ParameterizedTest
    @CsvSource({"Cg==", "bm9uZQ==", "not base64"})
    void certificates_of_a_conversion_that_are_a_placeholder_are_left_out(String bundle) {
        world.push(
                        URL,
                        Map.of(
                                "apps/crd.yaml",
                                "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name:"
                                        + " things.example.com}, spec: {group: example.com, scope: Namespaced, names: {plural:"
                                        + " things, singular: thing, kind: Thing, listKind: ThingList}, conversion: {strategy:"
                                        + " Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: {caBundle: '"
                                        + bundle
                                        + "', service: {namespace: default, name: hook}}}}, versions: [{name: v1,"
                                        + " served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]}}"))
                .apply("{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization,"
                        + " metadata: {name: apps, namespace: default}, spec: {interval: 1h, prune: true, path: ./apps,"
                        + " sourceRef: {kind: GitRepository, name: apps}}}")
                .advance(30);

        assertThat(world.ready(FluxWorld.KUSTOMIZATION, "default", "apps").message())
                .startsWith("Applied revision: ");
        assertThat(world.get(
                                new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition"),
                                "",
                                "things.example.com")
                        .find("spec", "conversion", "webhook", "clientConfig", "caBundle"))
                .isNull();
    }
}
