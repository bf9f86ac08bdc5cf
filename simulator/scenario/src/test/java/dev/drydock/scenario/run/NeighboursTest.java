package dev.drydock.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.scenario.Profile;
import dev.drydock.scenario.testing.Cluster;
import dev.drydock.scenario.testing.Manifests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighboursTest {

    private static final Cluster CLUSTER = Cluster.start(Profile.DEFAULT);

    static {
        CLUSTER.admin().apply(Manifests.parse(RunFixture.TENANT));
    }

    @ParameterizedTest
    @CsvSource({
        "Kustomization/team/app, Kustomization.kustomize.toolkit.fluxcd.io/team/apps",
        "Kustomization/other/apps, Kustomization.kustomize.toolkit.fluxcd.io/team/apps",
        "Kustomization/team, Kustomization.kustomize.toolkit.fluxcd.io/team/apps",
        "Kustomization/apps, Kustomization.kustomize.toolkit.fluxcd.io/team/apps",
        "ks/team/apps, Kustomization/team/apps",
        "kustomizations/team/app, Kustomization.kustomize.toolkit.fluxcd.io/team/apps",
        "Kustomisation/team/apps, Kustomization/team/apps",
        "sa/team/flux, ServiceAccount/team/flux",
        "Namespace/teem, Namespace/team",
        "Namespace/x/team, Namespace/team",
    })
    void finds_the_object_that_was_probably_meant(String target, String nearest) {
        assertThat(CLUSTER.nearest(target)).contains(nearest);
    }

    @ParameterizedTest
    @CsvSource({"ConfigMap/team/zzzzzzzzzzzz", "Xxxxxxxxxxxxx/team/apps"})
    void says_nothing_when_nothing_is_near(String target) {
        assertThat(CLUSTER.nearest(target)).isEmpty();
    }
}
