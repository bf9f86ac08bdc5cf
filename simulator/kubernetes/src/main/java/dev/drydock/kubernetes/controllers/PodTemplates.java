package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;

/** Pods made from templates. */
final class PodTemplates {

    private static final long MOST = 1_000;

    private PodTemplates() {}

    /** A Pod of an owner; {@code name} is empty for a generated one. */
    static MapNode pod(MapNode owner, MapNode template, String name) {
        MapNode.Builder metadata = MapNode.builder();
        if (name.isEmpty()) {
            metadata.put("generateName", NamespacedName.of(owner).name() + "-");
        } else {
            metadata.put("name", name);
        }
        metadata.put("namespace", NamespacedName.of(owner).namespace());
        for (String field : List.of("labels", "annotations", "finalizers")) {
            metadata.putIfPresent(field, template.find("metadata", field));
        }
        metadata.put("ownerReferences", Owners.controlledBy(owner));
        return MapNode.builder()
                .put("apiVersion", "v1")
                .put("kind", "Pod")
                .put("metadata", metadata.build())
                .put("spec", template.findMap("spec"))
                .build();
    }

    static MapNode withLabels(MapNode object, List<String> path, Map<String, String> more) {
        return (MapNode) object.update(path, old -> {
            MapNode[] labels = {old instanceof MapNode map ? map : MapNode.EMPTY};
            more.forEach((key, value) -> labels[0] = labels[0].with(key, value));
            return labels[0];
        });
    }

    static boolean isReady(Node pod) {
        for (Node condition : pod.findList("status", "conditions")) {
            if ("Ready".equals(condition.findString("type"))) {
                return "True".equals(condition.findString("status"));
            }
        }
        return false;
    }

    /** Whether a Pod counts: not being deleted, and neither succeeded nor failed. */
    static boolean isActive(Node pod) {
        String phase = pod.findString("status", "phase");
        return pod.find("metadata", "deletionTimestamp") == null
                && !"Succeeded".equals(phase)
                && !"Failed".equals(phase);
    }

    /**
     * How many Pods a workload wants.
     *
     * @throws NotModelledException when they are more than a simulation holds
     */
    static long wanted(Node workload, String field) {
        long wanted = number(workload, 1, "spec", field);
        check(workload, wanted, field + " " + wanted);
        return wanted;
    }

    /**
     * Checks that a simulation holds so many Pods of a workload.
     *
     * @param shown what asks for them
     * @throws NotModelledException when it does not
     */
    static void check(Node workload, long pods, String shown) {
        if (pods > MOST) {
            throw new NotModelledException("more than " + MOST + " Pods of one workload, here " + shown + " of "
                    + workload.findText("kind") + " " + NamespacedName.of(workload));
        }
    }

    static long number(Node object, long otherwise, String... path) {
        Long value = object.findLong(path);
        return value == null ? otherwise : value;
    }
}
