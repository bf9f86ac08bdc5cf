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

    private Installation() {}

    static Cluster of(Profile profile, List<Workload> workloads, Seed seed) {
        List<WorkloadBehaviour> behaviours =
                workloads.stream().map(Installation::behaviour).toList();
        return new Cluster(seed)
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
