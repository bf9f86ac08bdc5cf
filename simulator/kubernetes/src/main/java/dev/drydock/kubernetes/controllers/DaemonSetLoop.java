package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/** daemon-set-controller (pkg/controller/daemon): one Pod on the only node. */
final class DaemonSetLoop implements ControlLoop {

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
            failure = context.create(PodTemplates.pod(set, set.findMap("spec", "template"), ""))
                    .message();
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
}
