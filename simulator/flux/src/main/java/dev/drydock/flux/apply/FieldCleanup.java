package dev.drydock.flux.apply;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what other appliers left on a live object: their managed fields, and annotations of older tools
 * (fluxcd/pkg ssa/manager_apply.go, ssa/patch.go).
 */
final class FieldCleanup {

    private static final List<String> ANNOTATIONS = List.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            "kustomize.toolkit.fluxcd.io/checksum",
            "fluxcd.io/sync-checksum");

    private static final List<String> LABELS = List.of("fluxcd.io/sync-gc-mark");

    private record TakenOver(String prefix, String operation) {}

    private final List<TakenOver> managers = new ArrayList<>();

    FieldCleanup(List<String> overrideManagers) {
        managers.add(new TakenOver("kubectl", "Apply"));
        managers.add(new TakenOver("kubectl", "Update"));
        managers.add(new TakenOver("before-first-apply", "Update"));
        managers.add(new TakenOver(ManagedObjects.FIELD_MANAGER, "Update"));
        for (String manager : overrideManagers) {
            managers.add(new TakenOver(manager, "Apply"));
            managers.add(new TakenOver(manager, "Update"));
        }
    }

    /** The JSON patch that cleans the live object, empty when nothing is to be done. */
    ListNode patch(MapNode live) {
        List<Node> operations = new ArrayList<>();
        remove(operations, "annotations", ObjectFields.annotations(live), ANNOTATIONS);
        remove(operations, "labels", ObjectFields.labels(live), LABELS);
        managedFields(live)
                .ifPresent(entries -> operations.add(
                        MapNode.of("op", "replace", "path", "/metadata/managedFields", "value", entries)));
        return ListNode.of(operations);
    }

    private static void remove(List<Node> operations, String field, Map<String, String> found, List<String> keys) {
        for (String key : keys) {
            if (found.containsKey(key)) {
                String pointer = key.replace("~", "~0").replace("/", "~1");
                operations.add(MapNode.of("op", "remove", "path", "/metadata/" + field + "/" + pointer));
            }
        }
    }

    private Optional<ListNode> managedFields(MapNode live) {
        ListNode entries = live.findList("metadata", "managedFields");
        MapNode own = null;
        for (Node entry : entries) {
            if (isEntry(entry, ManagedObjects.FIELD_MANAGER, "Apply")) {
                own = (MapNode) entry;
            }
        }
        MapNode previous = own;
        List<Node> rest = new ArrayList<>();
        boolean edited = false;
        for (Node entry : entries) {
            if (entry == previous) {
                continue;
            }
            if (isTakenOver(entry)) {
                own = merged(own, (MapNode) entry);
                edited = true;
            } else {
                rest.add(entry);
            }
        }
        if (!edited || own == null) {
            return Optional.empty();
        }
        rest.add(own);
        return Optional.of(ListNode.of(rest));
    }

    private static MapNode merged(@Nullable MapNode own, MapNode entry) {
        return own == null
                ? entry.with("manager", ManagedObjects.FIELD_MANAGER).with("operation", "Apply")
                : own.with("fieldsV1", union(own.findMap("fieldsV1"), entry.findMap("fieldsV1")));
    }

    private static MapNode union(MapNode a, MapNode b) {
        MapNode[] all = {a};
        b.forEach((key, value) -> {
            Node old = all[0].get(key);
            all[0] = all[0].with(key, old instanceof MapNode map ? union(map, (MapNode) value) : value);
        });
        return all[0];
    }

    private boolean isTakenOver(Node entry) {
        String manager = entry.findText("manager");
        return entry.findText("subresource").isEmpty()
                && managers.stream()
                        .anyMatch(m ->
                                manager.startsWith(m.prefix()) && m.operation().equals(entry.findText("operation")));
    }

    private static boolean isEntry(Node entry, String manager, String operation) {
        return manager.equals(entry.findText("manager")) && operation.equals(entry.findText("operation"));
    }
}
