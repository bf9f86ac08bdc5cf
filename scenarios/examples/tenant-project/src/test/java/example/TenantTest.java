package example;

import static dev.drydock.assertions.DrydockAssertions.assertThat;
import static dev.drydock.jupiter.Drydock.manifest;
import static dev.drydock.jupiter.Drydock.serviceAccount;

import dev.drydock.jupiter.DrydockTest;
import dev.drydock.jupiter.DrydockTest.Repository;
import dev.drydock.scenario.testing.Cluster;
import org.junit.jupiter.api.Test;

@DrydockTest(value = "platform.yaml",                   // manifests on the class path, applied as cluster-admin once
        repositories = @Repository(url = "https://git.example.com/team-a/apps.git", directory = "apps"))
class TenantTest {

    @Test
    void a_tenant_cannot_deploy_a_cluster_role(Cluster cluster) {      // a copy of the world for this test alone
        var bot = cluster.as(serviceAccount("team-a", "bot"));
        bot.apply(manifest("kustomization.yaml"));
        cluster.settle();

        assertThat(cluster).kustomization("team-a/apps")
                .isStuck().hasReason("ReconciliationFailed").messageContains("at the cluster scope");
    }
}
