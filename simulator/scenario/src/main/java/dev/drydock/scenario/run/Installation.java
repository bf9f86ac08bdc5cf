package dev.drydock.scenario.run;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.controllers.ControllerManager;
import dev.drydock.kubernetes.controllers.WorkloadBehaviour;
import dev.drydock.scenario.Profile;
import dev.drydock.scenario.Workload;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets up a cluster as the platform did: a control plane with its built-in controllers. */
final class Installation {

    private final Cluster ground;
    private final Map<List<WorkloadBehaviour>, Cluster> running = new HashMap<>();
    private @Nullable Cluster withoutWorkloads;

    /** Installations of one seed; the objects that all of them share are laid once. */
    Installation(Seed seed) {
        ground = new Cluster(seed);
        ground.server().installFlux();
    }

    /** A cluster with the built-in controllers at rest, before Flux runs. */
    synchronized Cluster cluster(Profile profile, List<Workload> workloads) {
        if (!profile.runsWorkloads()) {
            Cluster idle = withoutWorkloads;
            if (idle == null) {
                idle = settled(ControllerManager.withoutWorkloads());
                withoutWorkloads = idle;
            }
            return idle.fork();
        }
        List<WorkloadBehaviour> behaviours =
                workloads.stream().map(Installation::behaviour).toList();
        return running.computeIfAbsent(behaviours, wanted -> settled(ControllerManager.withWorkloads(wanted)))
                .fork();
    }

    private Cluster settled(ControllerManager controllers) {
        Cluster cluster = ground.fork().install(controllers);
        new Settling(cluster).toRest(Duration.ofMinutes(1));
        return cluster;
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
