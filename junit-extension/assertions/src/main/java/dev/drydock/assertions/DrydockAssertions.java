package dev.drydock.assertions;

import dev.drydock.scenario.run.RequestResult;
import dev.drydock.scenario.testing.Cluster;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.Assertions;

/**
 * Assertions about simulated clusters beside those of AssertJ: change one static import and all of both are there.
 *
 * <pre>{@code
 * assertThat(cluster).kustomization("team-a/apps").isStuck().messageContains("at the cluster scope");
 * assertThat(bot.tryApply(manifests)).areBlocked().haveReason("Forbidden");
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DrydockAssertions extends Assertions {

    private DrydockAssertions() {}

    /** Assertions about a cluster. */
    public static ClusterAssert assertThat(Cluster cluster) {
        return new ClusterAssert(cluster);
    }

    /** Assertions about the answers to the requests of one operation. */
    public static RequestsAssert assertThatRequests(List<RequestResult> results) {
        return new RequestsAssert(results);
    }
}
