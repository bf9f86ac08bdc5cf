package dev.drydock.flux.status;

import dev.drydock.yaml.MapNode;
import java.util.List;

/** Workloads with replicas. The first shortfall in a fixed order gives the message. */
final class WorkloadRules {

    private WorkloadRules() {}

    static Health deployment(MapNode object) {
        boolean progressing =
                NestedFields.count(object, Integer.MAX_VALUE, "spec", "progressDeadlineSeconds") == Integer.MAX_VALUE;
        boolean available = false;
        for (BasicConditions.Condition condition : BasicConditions.of(object).list()) {
            if (condition.type().equals("Progressing")) {
                if (condition.reason().equals("ProgressDeadlineExceeded")) {
                    return new Health(
                            HealthStatus.FAILED,
                            "Progress deadline exceeded",
                            List.of(new Health.Condition("Stalled", condition.reason(), condition.message())));
                }
                progressing |= condition.isTrue() && condition.reason().equals("NewReplicaSetAvailable");
            } else if (condition.type().equals("Available")) {
                available |= condition.isTrue();
            }
        }
        int wanted = NestedFields.count(object, 1, "spec", "replicas");
        int replicas = status(object, "replicas");
        int updated = status(object, "updatedReplicas");
        int availableReplicas = status(object, "availableReplicas");
        int ready = status(object, "readyReplicas");
        if (wanted > replicas) {
            return Health.inProgress("LessReplicas", "Replicas: " + replicas + "/" + wanted);
        }
        if (wanted > updated) {
            return Health.inProgress("LessUpdated", "Updated: " + updated + "/" + wanted);
        }
        if (replicas > wanted) {
            return Health.inProgress("ExtraPods", "Pending termination: " + (replicas - wanted));
        }
        if (updated > availableReplicas) {
            return Health.inProgress("LessAvailable", "Available: " + availableReplicas + "/" + updated);
        }
        if (wanted > ready) {
            return Health.inProgress("LessReady", "Ready: " + ready + "/" + wanted);
        }
        if (!progressing) {
            return Health.inProgress("ReplicaSetNotAvailable", "ReplicaSet not Available");
        }
        return available
                ? Health.current("Deployment is available. Replicas: " + replicas)
                : Health.inProgress("DeploymentNotAvailable", "Deployment not Available");
    }

    static Health statefulSet(MapNode object) {
        if (NestedFields.text(object, "", "spec", "updateStrategy", "type").equals("OnDelete")) {
            return Health.current("StatefulSet is using the ondelete update strategy");
        }
        int wanted = NestedFields.count(object, 1, "spec", "replicas");
        int replicas = status(object, "replicas");
        int ready = status(object, "readyReplicas");
        int current = status(object, "currentReplicas");
        int updated = status(object, "updatedReplicas");
        int partition = NestedFields.count(object, -1, "spec", "updateStrategy", "rollingUpdate", "partition");
        if (wanted > replicas) {
            return Health.inProgress("LessReplicas", "Replicas: " + replicas + "/" + wanted);
        }
        if (wanted > ready) {
            return Health.inProgress("LessReady", "Ready: " + ready + "/" + wanted);
        }
        if (replicas > wanted) {
            return Health.inProgress("ExtraPods", "Pending termination: " + (replicas - wanted));
        }
        if (partition != -1) {
            return updated < wanted - partition
                    ? Health.inProgress("PartitionRollout", "updated: " + updated + "/" + (wanted - partition))
                    : Health.current("Partition rollout complete. updated: " + updated);
        }
        if (wanted > current) {
            return Health.inProgress("LessCurrent", "current: " + current + "/" + wanted);
        }
        String revision = NestedFields.text(object, "", "status", "currentRevision");
        return revision.equals(NestedFields.text(object, "", "status", "updateRevision"))
                ? Health.current("All replicas scheduled as expected. Replicas: " + replicas)
                : Health.inProgress("RevisionMismatch", "Waiting for updated revision to match current");
    }

    static Health replicaSet(MapNode object) {
        if (BasicConditions.of(object).find("ReplicaFailure", "True") != null) {
            return Health.inProgress("ReplicaFailure", "Replica Failure condition. Check Pods");
        }
        int wanted = NestedFields.count(object, 1, "spec", "replicas");
        int replicas = status(object, "replicas");
        int labelled = status(object, "fullyLabeledReplicas");
        int available = status(object, "availableReplicas");
        int ready = status(object, "readyReplicas");
        if (wanted > labelled) {
            return Health.inProgress("LessLabelled", "Labelled: " + labelled + "/" + wanted);
        }
        if (wanted > available) {
            return Health.inProgress("LessAvailable", "Available: " + available + "/" + wanted);
        }
        if (wanted > ready) {
            return Health.inProgress("LessReady", "Ready: " + ready + "/" + wanted);
        }
        return replicas > wanted
                ? Health.inProgress("ExtraPods", "Pending termination: " + (replicas - wanted))
                : Health.current("ReplicaSet is available. Replicas: " + replicas);
    }

    static Health daemonSet(MapNode object) {
        String kind = NestedFields.text(object, "", "kind");
        if (KStatus.generationOf(object) == null) {
            return Health.inProgress("NoGeneration", kind + " metadata.generation not found");
        }
        if (KStatus.observedGenerationOf(object) == null) {
            return Health.inProgress("NoObservedGeneration", kind + " status.observedGeneration not found");
        }
        int wanted = NestedFields.count(object, -1, "status", "desiredNumberScheduled");
        int current = status(object, "currentNumberScheduled");
        int updated = status(object, "updatedNumberScheduled");
        int available = status(object, "numberAvailable");
        int ready = status(object, "numberReady");
        if (wanted == -1) {
            return Health.inProgress("NoDesiredNumber", "Missing .status.desiredNumberScheduled");
        }
        if (wanted > current) {
            return Health.inProgress("LessCurrent", "Current: " + current + "/" + wanted);
        }
        if (wanted > updated) {
            return Health.inProgress("LessUpdated", "Updated: " + updated + "/" + wanted);
        }
        if (wanted > available) {
            return Health.inProgress("LessAvailable", "Available: " + available + "/" + wanted);
        }
        return wanted > ready
                ? Health.inProgress("LessReady", "Ready: " + ready + "/" + wanted)
                : Health.current("All replicas scheduled as expected. Replicas: " + wanted);
    }

    private static int status(MapNode object, String field) {
        return NestedFields.count(object, 0, "status", field);
    }
}
