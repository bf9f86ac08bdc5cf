package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** daemon-set-controller (pkg/controller/daemon): one Pod on the only node. */
final class DaemonSetLoop implements ControlLoop {

    private static final String NODE = "node-1";

    @Override
    public String name() {
        return "daemon-set-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        return Owners.selfOrController(event, "daemonsets.apps", "DaemonSet");
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> found = context.get(Kinds.DAEMON_SET, name);
        if (found.isEmpty() || found.get().find("metadata", "deletionTimestamp") != null) {
            return new Result.Done();
        }
        MapNode set = found.get();
        String failure = "";
        if (context.owned(Kinds.POD, set).stream().noneMatch(PodTemplates::isActive)) {
            failure = context.create(pod(set)).message();
        }
        List<MapNode> pods = context.owned(Kinds.POD, set).stream()
                .filter(PodTemplates::isActive)
                .toList();
        long ready = pods.stream().filter(PodTemplates::isReady).count();
        MapNode.Builder status = MapNode.builder()
                .put("currentNumberScheduled", pods.size())
                .put("numberMisscheduled", 0)
                .put("desiredNumberScheduled", 1)
                .put("numberReady", ready)
                .put("observedGeneration", PodTemplates.number(set, 1, "metadata", "generation"))
                .put("updatedNumberScheduled", pods.size());
        if (ready > 0) {
            status.put("numberAvailable", ready);
        } else {
            status.put("numberUnavailable", 1);
        }
        context.updateStatus(set, set.with("status", status.build()));
        return failure.isEmpty() ? new Result.Done() : new Result.Failed(failure);
    }

    /** A Pod for the only node, which tolerates what may be wrong with it (pkg/controller/daemon/util). */
    private static MapNode pod(MapNode set) {
        MapNode template = set.findMap("spec", "template");
        MapNode pod = PodTemplates.pod(set, template, "");
        String generation = set.findText("metadata", "annotations", "deprecated.daemonset.template.generation");
        String hash = Hashes.ofTemplate(template, set.findLong("status", "collisionCount"));
        pod = PodTemplates.withLabels(
                pod,
                List.of("metadata", "labels"),
                Map.of("pod-template-generation", generation, "controller-revision-hash", hash));
        MapNode field = MapNode.of("key", "metadata.name", "operator", "In", "values", List.of(NODE));
        MapNode required = MapNode.of("nodeSelectorTerms", List.of(MapNode.of("matchFields", List.of(field))));
        pod = pod.with(
                List.of("spec", "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution"),
                required);
        return pod.with(List.of("spec", "tolerations"), tolerations(pod));
    }

    private static ListNode tolerations(MapNode pod) {
        List<Node> tolerations =
                new ArrayList<>(pod.findList("spec", "tolerations").items());
        for (String taint : List.of("not-ready", "unreachable")) {
            add(tolerations, taint, "NoExecute");
        }
        for (String taint : List.of("disk-pressure", "memory-pressure", "pid-pressure", "unschedulable")) {
            add(tolerations, taint, "NoSchedule");
        }
        if (pod.isTrue("spec", "hostNetwork")) {
            add(tolerations, "network-unavailable", "NoSchedule");
        }
        return ListNode.of(tolerations);
    }

    private static void add(List<Node> tolerations, String taint, String effect) {
        MapNode added = MapNode.of("key", "node.kubernetes.io/" + taint, "operator", "Exists", "effect", effect);
        if (!tolerations.contains(added)) {
            tolerations.add(added);
        }
    }
}
