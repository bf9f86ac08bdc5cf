package dev.drydock.scenario.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.repository.Content;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.scenario.Profile;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterEntryTest {

    private static final List<String> CONTROLLERS =
            List.of("source-controller", "kustomize-controller", "helm-controller", "notification-controller");

    private static final String SYNC = """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: flux-system, namespace: flux-system}
            spec: {interval: 1m, ref: {branch: main}, url: "https://git.example.com/fleet"}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: flux-system, namespace: flux-system}
            spec: {interval: 10m, path: ./clusters/one, prune: true, sourceRef: {kind: GitRepository, name: flux-system}}
            """;

    /** The patches of the Flux documentation for multi-tenancy. */
    private static final String LOCKDOWN = """
            resources: [gotk-components.yaml, gotk-sync.yaml]
            patches:
              - patch: |
                  - op: add
                    path: /spec/template/spec/containers/0/args/-
                    value: --no-cross-namespace-refs=true
                target: {kind: Deployment, name: "(kustomize-controller|helm-controller|notification-controller)"}
              - patch: |
                  - op: add
                    path: /spec/template/spec/containers/0/args/-
                    value: --no-remote-bases=true
                target: {kind: Deployment, name: kustomize-controller}
              - patch: |
                  - op: add
                    path: /spec/template/spec/containers/0/args/-
                    value: --default-service-account=default
                target: {kind: Deployment, name: "(kustomize-controller|helm-controller)"}
              - patch: |
                  - op: add
                    path: /spec/serviceAccountName
                    value: kustomize-controller
                target: {kind: Kustomization, name: flux-system}
            """;

    private static Content content(Map<String, String> texts) {
        Map<String, Content.Entry> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, Content.File.of(text)));
        return new Content(files);
    }

    private static String components(String... args) {
        return CONTROLLERS.stream()
                .map(name -> """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: NAME, namespace: flux-system}
                        spec: {template: {spec: {containers: [{name: manager, args: [--log-level=info ARGS]}]}}}
                        """.replace("NAME", name)
                        .replace("ARGS", args.length == 0 ? "" : ", " + String.join(", ", args)))
                .collect(Collectors.joining("---\n"));
    }

    private static Content bootstrapped(String components, String kustomization) {
        return content(Map.of(
                "clusters/one/flux-system/gotk-components.yaml", components,
                "clusters/one/flux-system/gotk-sync.yaml", SYNC,
                "clusters/one/flux-system/kustomization.yaml", kustomization,
                "apps/broken.yaml", "a: [",
                "README.md", "# Fleet"));
    }

    private static FluxProfile profile(Content repository) {
        return Profile.DEFAULT.with(ClusterEntry.profileFrom(repository)).fluxProfile();
    }

    @Nested
    class A_bootstrapped_repository {

        @Test
        void begins_where_source_and_kustomization_have_the_name_of_their_namespace() {
            List<ClusterEntry> entries = ClusterEntry.in(bootstrapped(components(), LOCKDOWN));
            assertThat(entries)
                    .extracting(ClusterEntry::file)
                    .containsExactly("clusters/one/flux-system/gotk-sync.yaml");
            assertThat(entries.get(0).path()).isEqualTo("clusters/one");
        }

        @Test
        void runs_its_controllers_as_the_patches_leave_them() {
            assertThat(profile(bootstrapped(components(), LOCKDOWN))).isEqualTo(FluxProfile.lockdown());
        }

        @Test
        void begins_with_the_kustomization_as_the_patches_leave_it() {
            Content repository = bootstrapped(components(), LOCKDOWN);
            MapNode kustomization = ClusterEntry.in(repository)
                    .get(0)
                    .beginning(repository)
                    .objects()
                    .get(1);
            assertThat(kustomization.findText("spec", "serviceAccountName")).isEqualTo("kustomize-controller");
        }

        @Test
        void runs_open_without_patches() {
            assertThat(profile(bootstrapped(components(), "resources: [gotk-components.yaml]")))
                    .isEqualTo(FluxProfile.open());
        }

        @Test
        void reads_flags_as_the_controllers_do() {
            FluxProfile profile = profile(bootstrapped(
                    components(
                            "--no-cross-namespace-refs",
                            "--requeue-dependency",
                            "5s",
                            "--requeue-dependency=7s",
                            "--override-manager=a",
                            "--override-manager=b",
                            "'--feature-gates=ExternalArtifact=true,StrictPostBuildSubstitutions=false'"),
                    "resources: [gotk-components.yaml]"));
            assertThat(profile.noCrossNamespaceRefs()).isTrue();
            assertThat(profile.requeueDependency()).isEqualTo(Duration.ofSeconds(7));
            assertThat(profile.overrideManagers()).containsExactly("a", "b");
            assertThat(profile.gate("ExternalArtifact", false)).isTrue();
            assertThat(profile.gate("StrictPostBuildSubstitutions", true)).isFalse();
        }

        @Test
        void is_not_modelled_when_controllers_differ() {
            String kustomization =
                    LOCKDOWN.replace("kustomize-controller|helm-controller|notif", "kustomize-controller|notif");
            assertThatExceptionOfType(NotModelledException.class)
                    .isThrownBy(() -> profile(bootstrapped(components(), kustomization)))
                    .withMessage(
                            "--no-cross-namespace-refs that differs between controllers: kustomize-controller has true, "
                                    + "helm-controller has false, notification-controller has true");
        }

        @ParameterizedTest
        @ValueSource(strings = {"--watch-all-namespaces=false", "--watch-label-selector=shard=1"})
        void is_not_modelled_when_a_flag_decides_what_is_seen(String flag) {
            assertThatExceptionOfType(NotModelledException.class)
                    .isThrownBy(() -> profile(bootstrapped(components(flag), "resources: [gotk-components.yaml]")))
                    .withMessage("the flag " + flag + " of source-controller");
        }

        @Test
        void knows_the_gates_of_the_controllers() {
            assertThatExceptionOfType(InstallationException.class)
                    .isThrownBy(() -> profile(bootstrapped(
                            components("--feature-gates=Nonsense=true"), "resources: [gotk-components.yaml]")))
                    .withMessage("source-controller does not start: feature-gate 'Nonsense' not supported");
            assertThatExceptionOfType(NotModelledException.class)
                    .isThrownBy(() -> profile(bootstrapped(
                            components("--feature-gates=MigrateAPIVersion=true"), "resources: [gotk-components.yaml]")))
                    .withMessage("the feature gate MigrateAPIVersion=true of source-controller");
        }

        @Test
        void says_what_cannot_be_built() {
            assertThatExceptionOfType(InstallationException.class)
                    .isThrownBy(() -> profile(bootstrapped(components(), "resources: [missing.yaml]")))
                    .withMessageContaining("missing.yaml");
        }
    }

    @Nested
    class A_flux_instance {

        private static final String INSTANCE = """
                apiVersion: fluxcd.controlplane.io/v1
                kind: FluxInstance
                metadata: {name: flux, namespace: flux-system}
                spec:
                  distribution: {version: 2.x, registry: registry.example.com/fluxcd}
                  cluster: {multitenant: true, tenantDefaultServiceAccount: flux, size: medium}
                  sync: {kind: OCIRepository, url: "oci://registry.example.com/fleet", ref: latest, path: clusters/prod}
                  kustomize:
                    patches:
                      - target: {kind: Deployment, name: kustomize-controller}
                        patch: |
                          - op: add
                            path: /spec/template/spec/containers/0/args/-
                            value: --custom-apply-stage-kinds=example.com/Thing
                """;

        private final Content repository = content(Map.of("clusters/prod/flux.yaml", INSTANCE));

        @Test
        void runs_its_controllers_as_the_operator_patches_them() {
            FluxProfile profile = profile(repository);
            assertThat(profile.noCrossNamespaceRefs()).isTrue();
            assertThat(profile.noRemoteBases()).isTrue();
            assertThat(profile.defaultServiceAccount()).isEqualTo("flux");
            assertThat(profile.requeueDependency()).isEqualTo(Duration.ofSeconds(5));
            assertThat(profile.customApplyStageKinds()).containsExactly("example.com/Thing");
        }

        @Test
        void begins_with_what_its_sync_asks_for() {
            List<MapNode> objects = ClusterEntry.in(repository).get(0).objects();
            assertThat(objects.get(0).findText("spec", "ref", "tag")).isEqualTo("latest");
            assertThat(objects.get(1).findText("spec", "path")).isEqualTo("clusters/prod");
            assertThat(objects.get(1).findText("spec", "serviceAccountName")).isEqualTo("kustomize-controller");
        }

        @Test
        void stands_beside_its_operator() {
            assertThat(ClusterEntry.in(repository).get(0).beginning(repository).installed())
                    .extracting(object -> object.findText("metadata", "name"))
                    .contains("flux-operator", "resourcesets.fluxcd.controlplane.io");
        }
    }

    @Test
    void a_template_begins_as_bootstrap_fills_it() {
        Content template = content(Map.of(
                "clusters/one/flux-system/gotk-components.yaml", "# written by flux bootstrap\n",
                "clusters/one/flux-system/gotk-sync.yaml", "",
                "clusters/one/flux-system/kustomization.yaml", LOCKDOWN));
        assertThat(ClusterEntry.in(template)).isEmpty();
        Content bootstrapped = ClusterEntry.bootstrapped(template);
        assertThat(ClusterEntry.in(bootstrapped)).extracting(ClusterEntry::path).containsExactly("clusters/one");
        assertThat(profile(template)).isEqualTo(FluxProfile.lockdown());
    }

    @Test
    void two_clusters_whose_controllers_run_alike_have_one_profile() {
        Content one = bootstrapped(components(), LOCKDOWN);
        Map<String, Content.Entry> files = new TreeMap<>(one.files());
        one.files().forEach((path, entry) -> {
            if (entry instanceof Content.File file && path.startsWith("clusters/one/")) {
                files.put(
                        path.replace("/one/", "/two/"),
                        Content.File.of(file.text().replace("clusters/one", "clusters/two")));
            }
        });
        assertThat(profile(new Content(files))).isEqualTo(FluxProfile.lockdown());
        files.put("clusters/two/flux-system/kustomization.yaml", Content.File.of("resources: [gotk-components.yaml]"));
        assertThatExceptionOfType(InstallationException.class)
                .isThrownBy(() -> profile(new Content(files)))
                .withMessageContaining(
                        "by clusters/one/flux-system/gotk-sync.yaml and clusters/two/flux-system/gotk-sync.yaml");
    }

    @Test
    void a_folder_of_plain_deployments_is_enough() {
        assertThat(profile(content(Map.of("flux.yaml", components("--no-cross-namespace-refs=true"))))
                        .noCrossNamespaceRefs())
                .isTrue();
    }

    @Test
    void a_folder_without_controllers_is_refused() {
        assertThat(Objects.requireNonNull(assertThatExceptionOfType(InstallationException.class)
                        .isThrownBy(() -> profile(
                                content(Map.of("a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"))))
                        .actual()
                        .getMessage()))
                .startsWith("no controllers of Flux are installed there");
    }
}
