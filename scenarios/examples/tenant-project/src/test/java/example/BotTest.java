package example;

import static dev.drydock.assertions.DrydockAssertions.assertThat;
import static dev.drydock.assertions.DrydockAssertions.assertThatRequests;
import static dev.drydock.jupiter.Drydock.manifest;
import static dev.drydock.jupiter.Drydock.serviceAccount;
import static dev.drydock.jupiter.Drydock.yaml;

import dev.drydock.jupiter.DrydockTest;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.scenario.testing.Cluster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DrydockTest("platform.yaml")
class BotTest {

    private static final UserInfo BOT = serviceAccount("team-a", "bot");

    @Test
    void may_not_write_other_kinds(Cluster cluster) {
        var requests = cluster.as(BOT)
                .tryApply(yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: x, namespace: team-a}}"));

        assertThatRequests(requests).areBlocked().haveReason("Forbidden");
    }

    @Test
    void holds_rights_in_its_namespace_alone(Cluster cluster) {
        String resource = "kustomizations.kustomize.toolkit.fluxcd.io";

        assertThat(cluster)
                .allows(BOT, "create", resource, "team-a")
                .forbids(BOT, "create", resource, "team-b")
                .forbids(BOT, "list", resource, "");
    }

    @Nested
    class After_it_registered_a_Kustomization {

        @BeforeEach
        void register(Cluster cluster) {
            cluster.as(BOT).apply(manifest("kustomization.yaml"));
        }

        @Test
        void it_may_delete_it(Cluster cluster) {
            cluster.as(BOT).delete("Kustomization/team-a/apps");

            assertThat(cluster).hasNoObject("Kustomization/team-a/apps");
        }
    }
}
