package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The claims of a StatefulSet's Pods, and who owns them (pkg/controller/statefulset/stateful_set_utils.go). */
final class StatefulSetClaims {

    private StatefulSetClaims() {}

    /** The name of the claim that a template gives a Pod. */
    static String name(Node template, String pod) {
        return template.findText("metadata", "name") + "-" + pod;
    }

    /** Makes the claim of a template for a Pod unless there is one. */
    static void create(LoopContext context, MapNode set, MapNode template, String pod) {
        NamespacedName name = new NamespacedName(NamespacedName.of(set).namespace(), name(template, pod));
        if (context.get(Kinds.CLAIM, name).isPresent()) {
            return;
        }
        MapNode metadata =
                template.findMap("metadata").with("name", name.name()).with("namespace", name.namespace());
        MapNode labels = set.findMap("spec", "selector", "matchLabels");
        MapNode own = metadata.findMap("labels");
        metadata = metadata.with(
                "labels", MapNode.builder().putAll(own).putAll(labels).build());
        context.create(MapNode.of("apiVersion", "v1", "kind", "PersistentVolumeClaim", "metadata", metadata)
                .with("spec", template.findMap("spec")));
    }

    /**
     * Has the claims of a Pod go with the set, with the Pod or with neither, as the retention policy says.
     *
     * @param leaves whether the set is being scaled so that this Pod goes
     */
    static void own(LoopContext context, MapNode set, MapNode pod, boolean leaves) {
        NamespacedName name = NamespacedName.of(pod);
        for (Node template : set.findList("spec", "volumeClaimTemplates")) {
            Optional<MapNode> claim =
                    context.get(Kinds.CLAIM, new NamespacedName(name.namespace(), name(template, name.name())));
            claim.ifPresent(found -> {
                ListNode owners = owners(found, set, pod, leaves);
                if (!owners.equals(found.findList("metadata", "ownerReferences"))) {
                    context.update(found.with(List.of("metadata", "ownerReferences"), owners));
                }
            });
        }
    }

    private static ListNode owners(MapNode claim, MapNode set, MapNode pod, boolean leaves) {
        List<Node> others = new ArrayList<>();
        boolean taken = false;
        for (Node owner : claim.findList("metadata", "ownerReferences")) {
            if (!isOf(owner, set) && !isOf(owner, pod)) {
                others.add(owner);
                taken |= owner.isTrue("controller");
            }
        }
        boolean withPod = leaves && deletes(set, "whenScaled");
        boolean withSet = !withPod && deletes(set, "whenDeleted");
        if (!taken && (withPod || withSet)) {
            others.add(Owners.controlledBy(withPod ? pod : set).get(0));
        }
        return ListNode.of(others);
    }

    private static boolean isOf(Node owner, MapNode object) {
        return owner.findText("uid").equals(object.findText("metadata", "uid"));
    }

    private static boolean deletes(MapNode set, String when) {
        return "Delete".equals(set.findString("spec", "persistentVolumeClaimRetentionPolicy", when));
    }
}
