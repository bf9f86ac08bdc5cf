package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;

/** pvc-protection-controller and pv-protection-controller (pkg/controller/volume): what is in use stays until it is not. */
final class ProtectionLoop implements ControlLoop {

    private final boolean ofClaims;

    /** The controller of claims or that of volumes. */
    ProtectionLoop(boolean ofClaims) {
        this.ofClaims = ofClaims;
    }

    @Override
    public String name() {
        return ofClaims ? "pvc-protection-controller" : "pv-protection-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        MapNode object = event.object();
        String resource = event.resource().groupResource();
        if (resource.equals(ofClaims ? "persistentvolumeclaims" : "persistentvolumes")) {
            return object.find("metadata", "deletionTimestamp") == null
                    ? List.of()
                    : List.of(NamespacedName.of(object));
        }
        return ofClaims && resource.equals("pods") ? claims(object) : List.of();
    }

    private static List<NamespacedName> claims(MapNode pod) {
        String namespace = NamespacedName.of(pod).namespace();
        return pod.findList("spec", "volumes").stream()
                .map(volume -> claim(pod, volume))
                .filter(name -> !name.isEmpty())
                .map(name -> new NamespacedName(namespace, name))
                .toList();
    }

    /** The claim that a volume of a Pod uses, also the one that is made for it. */
    private static String claim(MapNode pod, Node volume) {
        return volume.find("ephemeral") == null
                ? volume.findText("persistentVolumeClaim", "claimName")
                : NamespacedName.of(pod).name() + "-" + volume.findText("name");
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        GroupVersionKind kind = ofClaims ? Kinds.CLAIM : Kinds.VOLUME;
        String finalizer = ofClaims ? "kubernetes.io/pvc-protection" : "kubernetes.io/pv-protection";
        Optional<MapNode> found = context.get(kind, name);
        if (found.isEmpty() || found.get().find("metadata", "deletionTimestamp") == null) {
            return new Result.Done();
        }
        ListNode finalizers = found.get().findList("metadata", "finalizers");
        boolean inUse = ofClaims
                ? isUsed(context, name)
                : found.get().findText("status", "phase").equals("Bound");
        if (!inUse && finalizers.strings().contains(finalizer)) {
            List<Node> rest = finalizers.stream()
                    .filter(other -> !other.equals(Node.of(finalizer)))
                    .toList();
            context.update(found.get().with(List.of("metadata", "finalizers"), ListNode.of(rest)));
        }
        return new Result.Done();
    }

    private static boolean isUsed(LoopContext context, NamespacedName claim) {
        return context.list(Kinds.POD, claim.namespace()).stream()
                .filter(pod -> !List.of("Succeeded", "Failed").contains(pod.findText("status", "phase")))
                .anyMatch(pod -> claims(pod).contains(claim));
    }
}
