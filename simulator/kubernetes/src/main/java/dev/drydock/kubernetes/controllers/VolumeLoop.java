package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.controllers.WorkloadBehaviour.Outcome;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * persistent-volume-binder (pkg/controller/volume/persistentvolume): claims find volumes; with the stand-in for a provisioner,
 * which makes a volume for every claim that finds none.
 *
 * <p>Keys of volumes have no namespace.
 */
final class VolumeLoop implements ControlLoop {

    private static final String BOUND_BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";
    private static final List<String> PROVISIONERS =
            List.of("volume.beta.kubernetes.io/storage-provisioner", "volume.kubernetes.io/storage-provisioner");
    private static final String NO_PROVISIONER = "kubernetes.io/no-provisioner";

    @Override
    public String name() {
        return "persistent-volume-binder";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        NamespacedName name = NamespacedName.of(event.object());
        return switch (event.resource().groupResource()) {
            case "persistentvolumes" -> List.of(new NamespacedName("", name.name()));
            case "persistentvolumeclaims" -> {
                List<NamespacedName> touched = new ArrayList<>(List.of(name));
                String volume = event.object().findText("spec", "volumeName");
                if (event.type() == WatchEvent.Type.DELETED && !volume.isEmpty()) {
                    touched.add(new NamespacedName("", volume));
                }
                yield touched;
            }
            default -> List.of();
        };
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        if (name.namespace().isEmpty()) {
            context.get(Kinds.VOLUME, name).ifPresent(volume -> lookAtVolume(context, volume));
        } else {
            context.get(Kinds.CLAIM, name).ifPresent(claim -> lookAtClaim(context, claim));
        }
        return new Result.Done();
    }

    private static void lookAtVolume(LoopContext context, MapNode volume) {
        NamespacedName claim = Volumes.claimOf(volume);
        String uid = volume.findText("spec", "claimRef", "uid");
        if (uid.isEmpty()) {
            setPhase(context, volume, "Available");
            for (MapNode other : context.list(Kinds.CLAIM, claim.namespace())) {
                lookAtClaim(context, other);
            }
        } else if (context.get(Kinds.CLAIM, claim)
                .filter(found -> uid.equals(found.findText("metadata", "uid")))
                .isEmpty()) {
            setPhase(context, volume, "Released");
        }
    }

    private static void setPhase(LoopContext context, MapNode volume, String phase) {
        if (!phase.equals(volume.findText("status", "phase"))) {
            MapNode status =
                    volume.findMap("status").with("phase", phase).with("lastPhaseTransitionTime", context.now());
            context.updateStatus(volume, volume.with("status", status));
        }
    }

    private static void lookAtClaim(LoopContext context, MapNode claim) {
        if (claim.find("metadata", "deletionTimestamp") != null
                || "Bound".equals(claim.findString("status", "phase"))) {
            return;
        }
        String wanted = claim.findText("spec", "volumeName");
        if (!wanted.isEmpty()) {
            context.get(Kinds.VOLUME, new NamespacedName("", wanted))
                    .filter(volume -> Volumes.isFreeFor(volume, claim))
                    .ifPresent(volume -> bind(context, volume, claim));
            return;
        }
        Optional<MapNode> volume = Volumes.best(context.list(Kinds.VOLUME, ""), claim, isDelayed(context, claim));
        if (volume.isPresent()) {
            bind(context, volume.get(), claim);
        } else {
            provision(context, withProvisioner(context, claim));
        }
    }

    private static Optional<MapNode> classOf(LoopContext context, MapNode claim) {
        String name = claim.findText("spec", "storageClassName");
        return name.isEmpty() ? Optional.empty() : context.get(Kinds.STORAGE_CLASS, new NamespacedName("", name));
    }

    /** Whether the class waits for a Pod that uses the claim. */
    private static boolean isDelayed(LoopContext context, MapNode claim) {
        return classOf(context, claim)
                .filter(found -> found.findText("volumeBindingMode").equals("WaitForFirstConsumer"))
                .isPresent();
    }

    /** The claim with the name of whoever is to provide a volume. */
    private static MapNode withProvisioner(LoopContext context, MapNode claim) {
        String provisioner = classOf(context, claim)
                .map(found -> found.findText("provisioner"))
                .orElse(NO_PROVISIONER);
        if (provisioner.equals(NO_PROVISIONER) || isDelayed(context, claim)) {
            return claim;
        }
        MapNode noted = claim;
        for (String annotation : PROVISIONERS) {
            noted = noted.with(List.of("metadata", "annotations", annotation), provisioner);
        }
        return noted.equals(claim) ? claim : context.update(noted).object();
    }

    private static void bind(LoopContext context, MapNode volume, MapNode claim) {
        MapNode reference = MapNode.builder()
                .put("kind", "PersistentVolumeClaim")
                .put("namespace", claim.findText("metadata", "namespace"))
                .put("name", claim.findText("metadata", "name"))
                .put("uid", claim.findText("metadata", "uid"))
                .put("apiVersion", "v1")
                .put("resourceVersion", claim.findText("metadata", "resourceVersion"))
                .build();
        MapNode taken = volume;
        if (volume.findText("spec", "claimRef", "uid").isEmpty()) {
            taken = volume.with(List.of("spec", "claimRef"), reference);
            if (volume.find("spec", "claimRef") == null) {
                taken = taken.with(List.of("metadata", "annotations", BOUND_BY_CONTROLLER), "yes");
            }
            taken = context.update(taken).object();
        }
        setPhase(context, taken, "Bound");
        MapNode bound = claim.with(List.of("metadata", "annotations", "pv.kubernetes.io/bind-completed"), "yes");
        if (claim.findText("spec", "volumeName").isEmpty()) {
            bound = bound.with(List.of("metadata", "annotations", BOUND_BY_CONTROLLER), "yes")
                    .with(List.of("spec", "volumeName"), volume.findText("metadata", "name"));
        }
        MapNode stored = context.update(bound).object();
        MapNode status = MapNode.builder()
                .put("phase", "Bound")
                .put("accessModes", volume.findList("spec", "accessModes"))
                .put("capacity", volume.findMap("spec", "capacity"))
                .build();
        context.updateStatus(stored, stored.with("status", status));
    }

    /** What the stand-in makes for a claim; the binder sees it as any other volume. */
    private static void provision(LoopContext context, MapNode claim) {
        NamespacedName name = NamespacedName.of(claim);
        if (context.workloads().of("PersistentVolumeClaim", name).outcome() != Outcome.READY) {
            return;
        }
        String volumeName = "pv-" + name.namespace() + "-" + name.name();
        String storage = claim.findText("spec", "resources", "requests", "storage");
        MapNode spec = MapNode.builder()
                .put("capacity", MapNode.of("storage", storage.isEmpty() ? "1Gi" : storage))
                .put("hostPath", MapNode.of("path", "/tmp/" + volumeName))
                .put("accessModes", claim.findList("spec", "accessModes"))
                .put("claimRef", MapNode.of("namespace", name.namespace(), "name", name.name()))
                .put("persistentVolumeReclaimPolicy", "Retain")
                .putIfPresent("storageClassName", claim.find("spec", "storageClassName"))
                .putIfPresent("volumeMode", claim.find("spec", "volumeMode"))
                .build();
        MapNode volume = MapNode.of("apiVersion", "v1", "kind", "PersistentVolume")
                .with("metadata", MapNode.of("name", volumeName))
                .with("spec", spec);
        ApiResponse created = context.asProvisioner().create(volume, WriteOptions.as("python-requests"));
        if (created.isSuccess()) {
            bind(context, created.object(), claim);
        }
    }
}
