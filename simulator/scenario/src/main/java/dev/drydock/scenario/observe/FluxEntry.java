package dev.drydock.scenario.observe;

import dev.drydock.scenario.run.World;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** What a snapshot says of one Flux object. */
final class FluxEntry {

    private FluxEntry() {}

    static MapNode of(MapNode object, World world) {
        MapNode status = object.findMap("status");
        MapNode.Builder entry = MapNode.builder()
                .putIfPresent("generation", object.find("metadata", "generation"))
                .put("observedGeneration", orNull(status.get("observedGeneration")))
                .put("conditions", conditions(status));
        if (object.isTrue("spec", "suspend")) {
            entry.put("suspended", true);
        }
        if (object.find("metadata", "deletionTimestamp") != null) {
            entry.put("deleting", true);
        }
        ListNode finalizers = object.findMap("metadata").findList("finalizers");
        if (!finalizers.isEmpty()) {
            entry.put("finalizers", finalizers);
        }
        entry.putIfPresent("artifactRevision", status.find("artifact", "revision"));
        for (String key : List.of("lastAppliedRevision", "lastAttemptedRevision", "helmChart", "storageNamespace")) {
            entry.putIfPresent(key, status.get(key));
        }
        List<String> inventory = new ArrayList<>();
        for (Node item : status.findMap("inventory").findList("entries")) {
            inventory.add(item.findString("id") + "@" + item.findString("v"));
        }
        if (!inventory.isEmpty()) {
            entry.put("inventory", ListNode.ofStrings(inventory));
        }
        world.flux().notModelled(object).ifPresent(gap -> entry.put("notModelled", gap));
        return entry.build();
    }

    private static Node orNull(@org.jspecify.annotations.Nullable Node node) {
        return node == null ? ScalarNode.NULL : node;
    }

    private static ListNode conditions(MapNode status) {
        List<Node> conditions = new ArrayList<>();
        for (Node condition : status.findList("conditions")) {
            conditions.add(MapNode.builder()
                    .put("type", Observation.text(condition.findString("type")))
                    .put("status", Observation.text(condition.findString("status")))
                    .put("reason", Observation.text(condition.findString("reason")))
                    .put("message", Observation.text(condition.findString("message")))
                    .build());
        }
        return ListNode.of(conditions);
    }
}
