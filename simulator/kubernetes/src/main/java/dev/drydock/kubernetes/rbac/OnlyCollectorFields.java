package dev.drydock.kubernetes.rbac;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets updates pass that change nothing but what the garbage collector needs in order to delete an object one day
 * (upstream {@code pkg/registry/rbac/helpers.go IsOnlyMutatingGCFields}).
 */
final class OnlyCollectorFields {

    private static final List<String> COLLECTOR_FIELDS =
            List.of("ownerReferences", "finalizers", "selfLink", "managedFields");

    private OnlyCollectorFields() {}

    static boolean differ(EscalationCheck.Write write) {
        MapNode old = write.old();
        return old != null && meaning(write.object()).equals(meaning(old));
    }

    /** The object without those fields, and without empty values, which Go's semantic equality does not tell from absent. */
    private static Map<String, Object> meaning(MapNode object) {
        MapNode metadata = object.findMap("metadata").without(COLLECTOR_FIELDS);
        Map<String, Object> meaning = new TreeMap<>();
        object.with("metadata", metadata).forEach((key, value) -> {
            Object part = part(value);
            if (part != null) {
                meaning.put(key, part);
            }
        });
        return meaning;
    }

    private static @Nullable Object part(Node value) {
        if (value instanceof MapNode map) {
            Map<String, Object> parts = new TreeMap<>();
            map.forEach((key, child) -> {
                Object part = part(child);
                if (part != null) {
                    parts.put(key, part);
                }
            });
            return parts.isEmpty() ? null : parts;
        }
        if (value instanceof ListNode list) {
            // Items keep their place, even empty ones.
            return list.isEmpty()
                    ? null
                    : list.stream().map(OnlyCollectorFields::item).toList();
        }
        return value.isNull() ? null : value;
    }

    private static Object item(Node value) {
        Object part = part(value);
        return part == null ? "" : part;
    }
}
