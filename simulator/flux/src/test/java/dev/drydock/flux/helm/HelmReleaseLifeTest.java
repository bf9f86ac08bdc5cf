package dev.drydock.flux.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.FluxProfile;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
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
}
