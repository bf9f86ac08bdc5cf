package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.controllers.WorkloadBehaviour.Outcome;
import java.time.Duration;
import java.util.List;

/**
 * How all workloads of a cluster behave.
 *
 * @param behaviours the ones that were described; every other workload becomes ready at once
 */
record Workloads(List<WorkloadBehaviour> behaviours) {

    Workloads {
        behaviours = List.copyOf(behaviours);
    }

    WorkloadBehaviour of(String kind, NamespacedName name) {
        return behaviours.stream()
                .filter(b -> b.kind().equals(kind)
                        && b.namespace().equals(name.namespace())
                        && b.name().equals(name.name()))
                .findFirst()
                .orElseGet(
                        () -> new WorkloadBehaviour(kind, name.namespace(), name.name(), Outcome.READY, Duration.ZERO));
    }
}
