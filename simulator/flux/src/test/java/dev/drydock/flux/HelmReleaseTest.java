package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.runtime.Conditions;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;

class HelmReleaseTest {

    private static final GroupVersionKind KIND = new GroupVersionKind("helm.toolkit.fluxcd.io", "v2", "HelmRelease");

    private static MapNode release(FluxWorld world, String chart) {
        world.apply(
                        "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: web, namespace: default},"
                                + " spec: {interval: 1h, " + chart + "}}")
                .advance(40);
        return world.get(KIND, "default", "web");
    }

    @Test
    void a_foreign_chart_is_denied_under_lockdown() {
        FluxWorld world = new FluxWorld(FluxProfile.lockdown());

        MapNode release = release(world, "chartRef: {kind: OCIRepository, name: chart, namespace: flux-system}");

        assertThat(Conditions.find(release, "Ready").orElseThrow().message())
                .isEqualTo("cross-namespace references are not allowed: cannot access OCIRepository flux-system/chart");
        assertThat(Conditions.isTrue(release, "Stalled")).isTrue();
    }

    @Test
    void a_chart_of_a_foreign_repository_leaves_no_condition_under_lockdown() {
        FluxWorld world = new FluxWorld(FluxProfile.lockdown());

        MapNode release = release(
                world,
                "chart: {spec: {chart: web, sourceRef: {kind: HelmRepository, name: charts, namespace: flux-system}}}");

        assertThat(release.findList("status", "conditions").isEmpty()).isTrue();
        assertThat(Flux.of(world.cluster).orElseThrow().notModelled(release)).isEmpty();
    }

    @Test
    void waits_for_a_chart_whose_repository_does_not_exist() {
        FluxWorld world = new FluxWorld(FluxProfile.open());

        MapNode release =
                release(world, "chart: {spec: {chart: web, sourceRef: {kind: HelmRepository, name: charts}}}");

        assertThat(Conditions.find(release, "Ready").orElseThrow().message())
                .isEqualTo("HelmChart 'default/default-web' is not ready: failed to get source:"
                        + " HelmRepository.source.toolkit.fluxcd.io \"charts\" not found");
    }
}
