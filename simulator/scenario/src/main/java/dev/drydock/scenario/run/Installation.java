package dev.drydock.scenario.run;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.scenario.Profile;
import dev.drydock.scenario.Workload;
import java.util.List;

/** Sets up a cluster as the platform did: control plane, built-in controllers, the objects of {@code flux install}. */
final class Installation {

    private Installation() {}

    static Cluster of(Profile profile, List<Workload> workloads, Seed seed) {
        Cluster cluster = new Cluster(seed);
        return cluster;
    }
}
