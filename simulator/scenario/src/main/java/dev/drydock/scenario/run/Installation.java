package dev.drydock.scenario.run;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.controllers.ControllerManager;
import dev.drydock.kubernetes.controllers.WorkloadBehaviour;
import dev.drydock.scenario.Profile;
import dev.drydock.scenario.Workload;
import java.util.List;

/** Sets up a cluster as the platform did: a control plane with its built-in controllers. */
final class Installation {

    private final Cluster ground;

    /** Installations of one seed; the objects that all of them share are laid once. */
    Installation(Seed seed) {
        ground = new Cluster(seed);
        ground.server().installFlux();
    }

    /** A cluster with the built-in controllers, before Flux runs. */
    Cluster cluster(Profile profile, List<Workload> workloads) {
        List<WorkloadBehaviour> behaviours =
                workloads.stream().map(Installation::behaviour).toList();
        return ground.fork()
                .install(
                        profile.runsWorkloads()
                                ? ControllerManager.withWorkloads(behaviours)
                                : ControllerManager.withoutWorkloads());
    }

    private static WorkloadBehaviour behaviour(Workload workload) {
        WorkloadBehaviour.Outcome outcome = switch (workload.behaviour()) {
            case READY -> WorkloadBehaviour.Outcome.READY;
            case NEVER_READY -> WorkloadBehaviour.Outcome.NEVER_READY;
            case FAILS -> WorkloadBehaviour.Outcome.FAILS;
        };
        return new WorkloadBehaviour(workload.kind(), workload.namespace(), workload.name(), outcome, workload.after());
    }
}
