package dev.drydock.jupiter;

import static dev.drydock.assertions.DrydockAssertions.assertThat;
import static dev.drydock.assertions.DrydockAssertions.assertThatRequests;
import static dev.drydock.jupiter.Drydock.manifest;
import static dev.drydock.jupiter.Drydock.serviceAccount;
import static dev.drydock.jupiter.Drydock.yaml;

import dev.drydock.jupiter.DrydockTest.Repository;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.scenario.testing.Cluster;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The sample of the README: what users write. */
@DrydockTest(
        value = "platform/",
        repositories =
                @Repository(url = "https://git.example.com/team-brontosaurus/apps.git", directory = "repository"))
class BrontosaurusTest {

    private static final UserInfo BOT = serviceAccount("team-brontosaurus", "brontosaurus-ci-bot");

    @Test
    void a_tenant_cannot_deploy_a_cluster_role(Cluster cluster) {
        var bot = cluster.as(BOT);
        bot.apply(manifest("kustomization.yaml"));
        cluster.settle();

        assertThat(cluster)
                .kustomization("team-brontosaurus/team-brontosaurus-apps")
                .isStuck()
                .hasReason("ReconciliationFailed")
                .messageContains("at the cluster scope");
    }

    @Test
    void what_one_test_does_no_other_test_sees(Cluster cluster) {
        assertThat(cluster).hasNoObject("Kustomization/team-brontosaurus/team-brontosaurus-apps");
    }

    @Nested
    class The_bot_itself {

        @Test
        void may_not_write_other_kinds(Cluster cluster) {
            var requests = cluster.as(BOT)
                    .tryApply(yaml(
                            "{apiVersion: v1, kind: ConfigMap, metadata: {name: x, namespace: team-brontosaurus}}"));

            assertThatRequests(requests).areBlocked().haveReason("Forbidden");
        }

        @Test
        void holds_rights_in_its_namespace_alone(Cluster cluster) {
            String resource = "kustomizations.kustomize.toolkit.fluxcd.io";

            assertThat(cluster)
                    .allows(BOT, "create", resource, "team-brontosaurus")
                    .forbids(BOT, "create", resource, "team-stegosaurus")
                    .forbids(BOT, "list", resource, "");
        }
    }
}
