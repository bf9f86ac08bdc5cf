package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/** replicaset-controller and replication-controller (pkg/controller/replicaset): as many Pods as wanted. */
final class ReplicaSetLoop implements ControlLoop {

    /** As many Pods as Kubernetes supports in one cluster: a set that wants more is never complete. */
    private static final long LARGEST_CLUSTER = 150_000;

    /** The Pods of one round (burstReplicas upstream). */
    private static final long BURST = 500;

    private final String name;
    private final GroupVersionKind kind;
    private final String groupResource;

    private ReplicaSetLoop(String name, GroupVersionKind kind, String groupResource) {
        this.name = name;
        this.kind = kind;
        this.groupResource = groupResource;
    }

    static ReplicaSetLoop ofReplicaSets() {
        return new ReplicaSetLoop("replicaset-controller", Kinds.REPLICA_SET, "replicasets.apps");
    }

    static ReplicaSetLoop ofReplicationControllers() {
        return new ReplicaSetLoop("replication-controller", Kinds.REPLICATION_CONTROLLER, "replicationcontrollers");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        return Owners.selfOrController(event, groupResource, kind.kind());
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName key) {
        Optional<MapNode> found = context.get(kind, key);
        if (found.isEmpty() || found.get().find("metadata", "deletionTimestamp") != null) {
            return new Result.Done();
        }
        MapNode set = found.get();
        long asked = PodTemplates.number(set, 1, "spec", "replicas");
        long wanted = asked > LARGEST_CLUSTER ? BURST : PodTemplates.wanted(set, "replicas");
        List<MapNode> pods = context.owned(Kinds.POD, set).stream()
                .filter(PodTemplates::isActive)
                .toList();
        String failure = "";
        for (long i = pods.size(); i < wanted && failure.isEmpty(); i++) {
            ApiResponse response = context.create(PodTemplates.pod(set, set.findMap("spec", "template"), ""));
            failure = response.message();
        }
        for (long i = wanted; i < pods.size(); i++) {
            context.delete(pods.get((int) i));
        }
        writeStatus(context, set, failure);
        return failure.isEmpty() ? new Result.Done() : new Result.Failed(failure);
    }

    private static void writeStatus(LoopContext context, MapNode set, String failure) {
        List<MapNode> pods = context.owned(Kinds.POD, set).stream()
                .filter(PodTemplates::isActive)
                .toList();
        long ready = pods.stream().filter(PodTemplates::isReady).count();
        MapNode.Builder status = MapNode.builder().put("replicas", pods.size());
        if (!pods.isEmpty()) {
            status.put("fullyLabeledReplicas", pods.size());
        }
        if (ready > 0) {
            status.put("readyReplicas", ready).put("availableReplicas", ready);
        }
        status.put("observedGeneration", PodTemplates.number(set, 1, "metadata", "generation"));
        if (!failure.isEmpty()) {
            // the first message stays: a condition of the same status and reason is not replaced
            ListNode known = set.findList("status", "conditions");
            MapNode condition = context.condition(
                            set.findMap("status"), "ReplicaFailure", "True", "FailedCreate", failure)
                    .without("lastUpdateTime");
            status.put("conditions", known.isEmpty() ? ListNode.of(List.of(condition)) : known);
        }
        context.updateStatus(set, set.with("status", status.build()));
    }
}
