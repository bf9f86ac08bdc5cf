package dev.drydock.flux.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;

class HelmActionTest {

    private static MapNode release(String spec, String status) {
        return Trees.map("{metadata: {name: app, namespace: team, generation: 1}, spec: {interval: 10m, " + spec
                + "}, status: {" + status + "}}");
    }

    private static HelmAction next(MapNode release, HelmAction.State state) {
        return HelmAction.next(release, state, HelmAction.Stored.INTACT, false);
    }

    @Test
    void a_release_that_is_not_there_is_installed() {
        assertThat(next(release("", ""), HelmAction.State.ABSENT).name()).isEqualTo("install");
    }

    @Test
    void a_changed_release_is_upgraded() {
        assertThat(next(release("", ""), HelmAction.State.OUT_OF_SYNC).name()).isEqualTo("upgrade");
    }

    @Test
    void a_pending_release_is_unlocked() {
        assertThat(next(release("", ""), HelmAction.State.LOCKED).name()).isEqualTo("unlock");
    }

    @Test
    void upgrades_end_with_the_retries() {
        String spec = "upgrade: {remediation: {retries: 1}}";

        assertThat(next(release(spec, "upgradeFailures: 1"), HelmAction.State.OUT_OF_SYNC)
                        .name())
                .isEqualTo("upgrade");
        HelmAction exhausted = next(release(spec, "upgradeFailures: 2"), HelmAction.State.OUT_OF_SYNC);
        assertThat(exhausted.name()).isEmpty();
        assertThat(exhausted.error()).isNotNull();
    }

    @Test
    void names_are_composed_and_shortened() {
        assertThat(new HelmReleaseSettings(release("", "")).releaseName()).isEqualTo("app");
        assertThat(new HelmReleaseSettings(release("targetNamespace: prod", "")).releaseName())
                .isEqualTo("prod-app");
        assertThat(new HelmReleaseSettings(release("releaseName: x", "")).releaseName())
                .isEqualTo("x");
        String long60 = "a".repeat(60);
        assertThat(new HelmReleaseSettings(release("targetNamespace: " + long60, "")).releaseName())
                .hasSize(53);
    }
}
