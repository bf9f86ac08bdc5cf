package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in the status of a workload (ValidateDeploymentStatus and its siblings in pkg/apis/apps/validation/validation.go).
 *
 * @param numbers what may not be negative, in the order of the checks
 * @param bounded what may not be more than the replicas
 * @param ready how the replicas that are ready are called where those that are available may not be more
 */
record ReplicaCounts(
        List<String> numbers,
        List<String> bounded,
        @Nullable String ready) {

    static final ReplicaCounts OF_DEPLOYMENT = new ReplicaCounts(
            List.of(
                    "observedGeneration",
                    "replicas",
                    "updatedReplicas",
                    "readyReplicas",
                    "availableReplicas",
                    "unavailableReplicas",
                    "terminatingReplicas",
                    "collisionCount"),
            List.of("updatedReplicas", "readyReplicas", "availableReplicas"),
            "readyReplicas");

    static final ReplicaCounts OF_REPLICA_SET = new ReplicaCounts(
            List.of(
                    "replicas",
                    "fullyLabeledReplicas",
                    "readyReplicas",
                    "availableReplicas",
                    "terminatingReplicas",
                    "observedGeneration"),
            List.of("fullyLabeledReplicas", "readyReplicas", "availableReplicas"),
            "readyReplicas");

    static final ReplicaCounts OF_STATEFUL_SET = new ReplicaCounts(
            List.of(
                    "replicas",
                    "readyReplicas",
                    "currentReplicas",
                    "updatedReplicas",
                    "availableReplicas",
                    "observedGeneration",
                    "collisionCount"),
            List.of("readyReplicas", "currentReplicas", "updatedReplicas", "availableReplicas"),
            "status.readyReplicas");

    static final ReplicaCounts OF_DAEMON_SET = new ReplicaCounts(
            List.of(
                    "currentNumberScheduled",
                    "numberMisscheduled",
                    "desiredNumberScheduled",
                    "numberReady",
                    "observedGeneration",
                    "updatedNumberScheduled",
                    "numberAvailable",
                    "numberUnavailable",
                    "collisionCount"),
            List.of(),
            null);

    FieldErrors check(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Field status = Field.of(object, errors).in("status");
        Workloads.notNegative(status, numbers.toArray(String[]::new));
        for (String part : bounded) {
            if (status.number(part) > status.number("replicas")) {
                status.in(part).invalid(status.number(part), "cannot be greater than status.replicas");
            }
        }
        if (ready != null && status.number("availableReplicas") > status.number("readyReplicas")) {
            status.in("availableReplicas")
                    .invalid(status.number("availableReplicas"), "cannot be greater than " + ready);
        }
        Long collisions = old.findLong("status", "collisionCount");
        if (collisions != null && collisions > status.number("collisionCount")) {
            status.in("collisionCount").invalid(status.number("collisionCount"), "cannot be decremented");
        }
        return errors;
    }
}
