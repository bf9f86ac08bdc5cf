package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;

/** ephemeral-volume-controller (pkg/controller/volume/ephemeral): claims that live as long as the Pod whose volumes they are. */
final class EphemeralVolumeLoop implements ControlLoop {

    @Override
    public String name() {
        return "ephemeral-volume-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        MapNode object = event.object();
        return switch (event.resource().groupResource()) {
            case "pods" ->
                object.findList("spec", "volumes").stream().anyMatch(v -> v.find("ephemeral") != null)
                        ? List.of(NamespacedName.of(object))
                        : List.of();
            case "persistentvolumeclaims" ->
                event.type() == WatchEvent.Type.DELETED ? Owners.controllers(event, "Pod") : List.of();
            default -> List.of();
        };
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> pod =
                context.get(Kinds.POD, name).filter(found -> found.find("metadata", "deletionTimestamp") == null);
        if (pod.isEmpty()) {
            return new Result.Done();
        }
        for (Node volume : pod.get().findList("spec", "volumes")) {
            String failure = volume.find("ephemeral") == null ? "" : provide(context, pod.get(), volume);
            if (!failure.isEmpty()) {
                String what = "pod " + name + ", ephemeral volume " + volume.findText("name") + ": ";
                return new Result.Failed(what + failure);
            }
        }
        return new Result.Done();
    }

    private static String provide(LoopContext context, MapNode pod, Node volume) {
        NamespacedName of = NamespacedName.of(pod);
        NamespacedName name = new NamespacedName(of.namespace(), of.name() + "-" + volume.findText("name"));
        Optional<MapNode> claim = context.get(Kinds.CLAIM, name);
        if (claim.isPresent()) {
            return pod.findText("metadata", "uid").equals(Owners.controllerUid(claim.get()))
                    ? ""
                    : "PVC " + name + " was not created for pod " + of + " (pod is not owner)";
        }
        MapNode template = volume.findMap("ephemeral", "volumeClaimTemplate");
        MapNode metadata = MapNode.builder()
                .put("name", name.name())
                .put("namespace", name.namespace())
                .putIfPresent("labels", template.find("metadata", "labels"))
                .putIfPresent("annotations", template.find("metadata", "annotations"))
                .put("ownerReferences", Owners.controlledBy(pod))
                .build();
        MapNode made = MapNode.of("apiVersion", "v1", "kind", "PersistentVolumeClaim", "metadata", metadata)
                .with("spec", template.findMap("spec"));
        ApiResponse created = context.create(made);
        return created.isSuccess() ? "" : "create PVC " + name.name() + ": " + created.message();
    }
}
