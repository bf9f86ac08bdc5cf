package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.WriteOptions;
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
                ? List.of(NamespacedName.of(event.object()))
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
                .with(List.of("spec", "volumeName"), volume == null ? volumeOf(name) : volume);
        if (volume == null) {
            bound = bound.with(List.of("metadata", "annotations", "pv.kubernetes.io/bound-by-controller"), "yes");
            provision(context, name, claim);
        }
        MapNode stored = context.update(bound).object();
        MapNode status = MapNode.builder()
                .put("phase", "Bound")
                .put("accessModes", claim.findList("spec", "accessModes"))
                .put("capacity", MapNode.of("storage", storage(claim)))
                .build();
        context.updateStatus(stored, stored.with("status", status));
        return new Result.Done();
    }

    private static String volumeOf(NamespacedName claim) {
        return "pv-" + claim.namespace() + "-" + claim.name();
    }

    /** What the provisioner makes for a claim, and what the binder then notes in it. */
    private static void provision(LoopContext context, NamespacedName name, MapNode claim) {
        MapNode spec = MapNode.builder()
                .put("capacity", MapNode.of("storage", storage(claim)))
                .put("hostPath", MapNode.of("path", "/tmp/" + volumeOf(name)))
                .put("accessModes", claim.findList("spec", "accessModes"))
                .put("claimRef", MapNode.of("namespace", name.namespace(), "name", name.name()))
                .put("persistentVolumeReclaimPolicy", "Retain")
                .putIfPresent("storageClassName", claim.find("spec", "storageClassName"))
                .putIfPresent("volumeMode", claim.find("spec", "volumeMode"))
                .build();
        MapNode volume = MapNode.of("apiVersion", "v1", "kind", "PersistentVolume")
                .with("metadata", MapNode.of("name", volumeOf(name)))
                .with("spec", spec);
        ApiResponse created = context.asProvisioner().create(volume, WriteOptions.as("python-requests"));
        if (created.isSuccess()) {
            MapNode reference = MapNode.builder()
                    .put("kind", "PersistentVolumeClaim")
                    .put("namespace", name.namespace())
                    .put("name", name.name())
                    .put("uid", String.valueOf(claim.findString("metadata", "uid")))
                    .put("apiVersion", "v1")
                    .put("resourceVersion", String.valueOf(claim.findString("metadata", "resourceVersion")))
                    .build();
            MapNode bound = context.update(created.object().with(List.of("spec", "claimRef"), reference))
                    .object();
            context.updateStatus(bound, bound.with(List.of("status", "phase"), "Bound"));
        }
    }

    private static String storage(MapNode claim) {
        String storage = claim.findString("spec", "resources", "requests", "storage");
        return storage == null ? "1Gi" : storage;
    }
}
