package dev.drydock.kubernetes.patch;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as modifiable maps and lists: a strategic merge consumes its patch piece by piece, and what is left of it shows in
 * messages.
 */
final class Tree {

    private Tree() {}

    static Map<String, @Nullable Object> of(MapNode map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, of(value)));
        return copy;
    }

    private static @Nullable Object of(Node node) {
        if (node instanceof MapNode map) {
            return of(map);
        }
        if (node instanceof ListNode list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(of(item)));
            return copy;
        }
        return ((ScalarNode) node).value();
    }

    static Node toNode(@Nullable Object value) {
        return Node.of(value);
    }

    /** The name of Go's type of a value. */
    static String type(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof Map) {
            return "map[string]interface {}";
        }
        if (value instanceof List) {
            return "[]interface {}";
        }
        if (value instanceof Number) {
            return value instanceof Long ? "int64" : "float64";
        }
        return value instanceof String ? "string" : "bool";
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> map(@Nullable Object value) throws StrategicMergeException {
        if (value instanceof Map) {
            return (Map<String, @Nullable Object>) value;
        }
        throw StrategicMergeException.badArgument("map[string]interface {}", type(value));
    }

    @SuppressWarnings("unchecked")
    static List<@Nullable Object> list(@Nullable Object value) throws StrategicMergeException {
        if (value instanceof List) {
            return (List<@Nullable Object>) value;
        }
        throw StrategicMergeException.badArgument("[]interface {}", type(value));
    }
}
