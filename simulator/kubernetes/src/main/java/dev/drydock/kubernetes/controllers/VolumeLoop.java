package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.controllers.WorkloadBehaviour.Outcome;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/** persistent-volume-binder with the stand-in for a provisioner: claims become bound. */
final class VolumeLoop implements ControlLoop {

    @Override
    public String name() {
        return "persistent-volume-binder";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        return event.resource().groupResource().equals("persistentvolumeclaims")
                ? List.of(Owners.nameOf(event.object()))
                : List.of();
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> found = context.get(Kinds.CLAIM, name);
        if (found.isEmpty() || found.get().find("metadata", "deletionTimestamp") != null) {
            return new Result.Done();
        }
        MapNode claim = found.get();
        boolean binds = context.workloads().of("PersistentVolumeClaim", name).outcome() == Outcome.READY;
        if ("Bound".equals(claim.findString("status", "phase")) || !binds) {
            return new Result.Done();
        }
        String volume = claim.findString("spec", "volumeName");
        MapNode bound = claim.with(List.of("metadata", "annotations", "pv.kubernetes.io/bind-completed"), "yes")
                .with(
                        List.of("spec", "volumeName"),
                        volume == null ? "pvc-" + claim.findString("metadata", "uid") : volume);
        if (volume == null) {
            bound = bound.with(List.of("metadata", "annotations", "pv.kubernetes.io/bound-by-controller"), "yes");
        }
        MapNode stored = context.update(bound).object();
        MapNode status = MapNode.builder()
                .put("phase", "Bound")
                .put("accessModes", claim.findList("spec", "accessModes"))
                .put(
                        "capacity",
                        MapNode.EMPTY.with(
                                "storage",
                                claim.find("spec", "resources", "requests", "storage") == null
                                        ? "1Gi"
                                        : String.valueOf(claim.findString("spec", "resources", "requests", "storage"))))
                .build();
        context.updateStatus(stored, stored.with("status", status));
        return new Result.Done();
    }
}
