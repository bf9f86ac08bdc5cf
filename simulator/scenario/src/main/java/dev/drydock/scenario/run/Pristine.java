package dev.drydock.scenario.run;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.discovery.Discovery;

/** What a cluster is like after {@code flux install}, before any scenario; made once somebody asks. */
final class Pristine {

    private static final Cluster CLUSTER = installed();

    private Pristine() {}

    private static Cluster installed() {
        Cluster cluster = new Cluster(Seed.DEFAULT);
        cluster.server().installFlux();
        return cluster;
    }

    /** What it serves. */
    static Discovery discovery() {
        return CLUSTER.server().discovery();
    }

    /** A copy that may be asked, and changed. */
    static synchronized Cluster copy() {
        return CLUSTER.fork();
    }
}
