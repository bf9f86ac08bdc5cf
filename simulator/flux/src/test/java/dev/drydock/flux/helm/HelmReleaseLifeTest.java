package dev.drydock.flux.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HelmReleaseLifeTest {

    private final ReleaseWorld world = new ReleaseWorld(FluxProfile.open());

    private ReleaseWorld installed(String spec) {
        return world.chart("1.0.0", ReleaseWorld.CONFIG).release("values: {colour: red}" + spec);
    }

    @Test
    void installs_a_chart() {
        installed("");

        assertThat(world.condition("Ready"))
                .isEqualTo(
                        "True InstallSucceeded Helm install succeeded for release default/web.v1 with chart web@1.0.0");
        assertThat(world.records()).containsExactly("web.v1 deployed");
        MapNode object = world.find(ReleaseWorld.CONFIG_MAP, "web").orElseThrow();
        assertThat(object.findText("metadata", "labels", "app.kubernetes.io/managed-by"))
                .isEqualTo("Helm");
        assertThat(world.release()
                        .findList("status", "inventory", "entries")
                        .get(0)
                        .findText("id"))
                .isEqualTo("default_web__ConfigMap");
    }

    @Test
    void upgrades_when_values_change() {
        installed("").release("values: {colour: blue}");

        assertThat(world.condition("Released"))
                .isEqualTo(
                        "True UpgradeSucceeded Helm upgrade succeeded for release default/web.v2 with chart web@1.0.0");
        assertThat(world.records()).containsExactly("web.v1 superseded", "web.v2 deployed");
        assertThat(world.find(ReleaseWorld.CONFIG_MAP, "web").orElseThrow().findText("data", "colour"))
                .isEqualTo("blue");
    }

    @Test
    void does_nothing_when_nothing_changes() {
        installed("").advance(3 * 3600);

        assertThat(world.records()).containsExactly("web.v1 deployed");
    }

    @Test
    void uninstalls_when_it_is_deleted() {
        installed("");
        world.admin.delete(HelmReleaseReconciler.KIND, new NamespacedName("default", "web"), MapNode.EMPTY);
        world.advance(30);

        assertThat(world.find(HelmReleaseReconciler.KIND, "web")).isEmpty();
        assertThat(world.find(ReleaseWorld.CONFIG_MAP, "web")).isEmpty();
        assertThat(world.records()).isEmpty();
    }

    @Test
    void keeps_trying_what_failed_before_anything_was_stored() {
        world.chart("1.0.0", ReleaseWorld.CONFIG).release("values: {}");

        assertThat(world.condition("Ready"))
                .startsWith("False InstallFailed Helm install failed for release default/web");
        assertThat(world.condition("Reconciling"))
                .isEqualTo("True Progressing Running 'install' action with timeout of 5m0s");
        assertThat(world.records()).isEmpty();
    }

    @Test
    void removes_what_a_new_version_does_not_have() {
        installed("")
                .chart("1.1.0", "{apiVersion: v1, kind: ConfigMap, metadata: {name: other}}")
                .release("values: {colour: red}, timeout: 3m");
        world.refresh().advance(60);

        assertThat(world.records()).containsExactly("web.v1 superseded", "web.v2 deployed");
        assertThat(world.find(ReleaseWorld.CONFIG_MAP, "web")).isEmpty();
        assertThat(world.find(ReleaseWorld.CONFIG_MAP, "other")).isPresent();
    }

    @Test
    void moves_to_another_name_by_uninstalling_first() {
        installed("").release("values: {colour: red}, releaseName: moved");

        assertThat(world.records()).containsExactly("moved.v1 deployed");
        assertThat(world.find(ReleaseWorld.CONFIG_MAP, "web")
                        .orElseThrow()
                        .findText("metadata", "annotations", "meta.helm.sh/release-name"))
                .isEqualTo("moved");
    }

    /** An object that the server refuses once the revision is stored. */
    @Nested
    class Failing {

        private static final String BAD = "{apiVersion: v1, kind: ConfigMap, metadata: {name: Web}}";

        @Test
        void an_install_that_failed_is_not_tried_again() {
            world.chart("1.0.0", BAD).release("values: {}").advance(3600);

            assertThat(world.condition("Stalled"))
                    .isEqualTo("True RetriesExceeded Failed to install after 1 attempt(s)");
            assertThat(world.records()).containsExactly("web.v1 failed");
        }

        @Test
        void an_install_is_remediated_by_an_uninstall() {
            world.chart("1.0.0", BAD)
                    .release("values: {}, install: {remediation: {retries: 1, remediateLastFailure: true}}")
                    .advance(600);

            assertThat(world.condition("Stalled"))
                    .isEqualTo("True RetriesExceeded Failed to install after 2 attempt(s)");
            assertThat(world.condition("Remediated")).startsWith("True UninstallSucceeded");
            assertThat(world.records()).isEmpty();
        }

        @Test
        void an_upgrade_is_rolled_back() {
            installed(", upgrade: {remediation: {retries: 1}}").chart("1.1.0", BAD);
            world.refresh().advance(600);

            assertThat(world.condition("Ready"))
                    .isEqualTo("False RollbackSucceeded Helm rollback to previous release default/web.v3 with chart"
                            + " web@1.0.0 succeeded");
            assertThat(world.condition("Stalled"))
                    .isEqualTo("True RetriesExceeded Failed to upgrade after 2 attempt(s)");
        }
    }

    @Nested
    class Drift {

        @Test
        void is_corrected_when_it_is_enabled() {
            installed(", interval: 1m, driftDetection: {mode: enabled}");
            world.apply(
                            "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: default}, data: {colour: green}}")
                    .advance(90);

            assertThat(world.find(ReleaseWorld.CONFIG_MAP, "web").orElseThrow().findText("data", "colour"))
                    .isEqualTo("red");
            assertThat(world.condition("Drifted")).startsWith("False NoDriftDetected");
        }
    }

    @Nested
    class Hooks {

        private static final String HOOK = "{apiVersion: v1, kind: ConfigMap, metadata: {name: hook, annotations:"
                + " {helm.sh/hook: pre-install, helm.sh/hook-delete-policy: hook-succeeded}}}";

        @Test
        void are_deleted_when_they_say_so() {
            world.chart("1.0.0", ReleaseWorld.CONFIG, HOOK).release("values: {colour: red}");

            assertThat(world.condition("Ready")).startsWith("True InstallSucceeded");
            assertThat(world.find(ReleaseWorld.CONFIG_MAP, "hook")).isEmpty();
        }
    }

    @Nested
    class Locked {

        private static final String ACCOUNT = """
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: releaser, namespace: default}}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: releaser, namespace: default}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: releaser}
                subjects: [{kind: ServiceAccount, name: releaser, namespace: default}]
                """;

        private void permit(String verbs) {
            world.apply("{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: releaser, namespace:"
                    + " default}, rules: [{apiGroups: [''], resources: [secrets, configmaps], verbs: [" + verbs
                    + "]}]}");
        }

        /** As when the controller ended in the middle of an upgrade. */
        private void lock() {
            MapNode secret =
                    world.find(ReleaseWorld.SECRET, "sh.helm.release.v1.web.v1").orElseThrow();
            Release release =
                    ReleaseRecord.decode(secret.findText("data", "release")).orElseThrow();
            String pending = ReleaseRecord.encode(release.with("pending-upgrade", ""));
            world.admin.update(
                    secret.with(List.of("data", "release"), pending)
                            .with(List.of("metadata", "labels", "status"), "pending-upgrade"),
                    "",
                    WriteOptions.as("test"));
        }

        @Test
        void is_told_when_it_cannot_be_unlocked() {
            world.apply(ACCOUNT);
            permit("'*'");
            installed(", serviceAccountName: releaser");
            lock();
            permit("get, list");
            installed(", serviceAccountName: releaser, timeout: 3m");

            assertThat(world.condition("Released"))
                    .startsWith("False PendingRelease Unlock of Helm release default/web.v1 with chart web@1.0.0 in"
                            + " pending-upgrade state failed: update: failed to update: secrets"
                            + " \"sh.helm.release.v1.web.v1\" is forbidden");
            assertThat(world.release().findLong("status", "failures")).isPositive();
        }
    }

    @Nested
    class A_chart_that_is_ready_again {

        private static final GroupVersionKind CHART =
                new GroupVersionKind("source.toolkit.fluxcd.io", "v1", "HelmChart");

        private void ready(String status) {
            MapNode chart = world.find(CHART, "default-web").orElseThrow();
            MapNode changed = Conditions.set(
                    chart, "Ready", status, "Tested", "", world.cluster.kernel().now());
            world.admin.patch(
                    CHART,
                    new NamespacedName("default", "default-web"),
                    "status",
                    PatchType.MERGE,
                    MapNode.of("status", MapNode.of("conditions", changed.findList("status", "conditions"))),
                    WriteOptions.as("test"));
            world.advance(10);
        }

        @Test
        void does_not_wake_a_release_that_is_about_to_try_its_revision_again() {
            world.chart("1.0.0", Failing.BAD)
                    .release("values: {}, install: {strategy: {name: RetryOnFailure, retryInterval: 30m}}");
            assertThat(world.release().findLong("status", "installFailures")).isEqualTo(1);

            ready("False");
            ready("True");

            assertThat(world.release().findLong("status", "installFailures")).isEqualTo(1);
        }
    }
}
