package dev.drydock.flux.helm;

import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The JSON patch between two documents, as the library wI2L/jsondiff makes it: key by key and item by item, and one
 * replacement where that is shorter.
 */
final class JsonDifference {

    private final List<MapNode> operations = new ArrayList<>();

    private JsonDifference() {}

    /** The operations that turn one document into the other. */
    static List<MapNode> between(Node before, Node after) {
        JsonDifference difference = new JsonDifference();
        difference.compare("", before, after);
        return List.copyOf(difference.operations);
    }

    private void compare(String path, Node before, Node after) {
        if (before.equals(after)) {
            return;
        }
        int start = operations.size();
        if (before instanceof MapNode map && after instanceof MapNode other) {
            compareMaps(path, map, other);
            rationalize(path, after, start);
        } else if (before instanceof ListNode list && after instanceof ListNode other) {
            compareLists(path, list, other);
            rationalize(path, after, start);
        } else {
            add("replace", path, after);
        }
    }

    private void compareMaps(String path, MapNode before, MapNode after) {
        TreeSet<String> keys = new TreeSet<>(before.keys());
        keys.addAll(after.keys());
        for (String key : keys) {
            String child = path + "/" + key.replace("~", "~0").replace("/", "~1");
            Node old = before.get(key);
            Node now = after.get(key);
            if (old == null) {
                add("add", child, now);
            } else if (now == null) {
                add("remove", child, null);
            } else {
                compare(child, old, now);
            }
        }
    }

    private void compareLists(String path, ListNode before, ListNode after) {
        int common = Math.min(before.size(), after.size());
        for (int i = 0; i < before.size() - common; i++) {
            add("remove", path + "/" + common, null);
        }
        for (int i = 0; i < common; i++) {
            compare(path + "/" + i, before.get(i), after.get(i));
        }
        for (int i = common; i < after.size(); i++) {
            add("add", path + "/-", after.get(i));
        }
    }

    private void rationalize(String path, Node after, int start) {
        List<MapNode> made = operations.subList(start, operations.size());
        if (made.isEmpty()) {
            return;
        }
        MapNode whole = operation("replace", path, after);
        int length =
                made.stream().mapToInt(op -> JsonWriter.compact(op).length()).sum() + made.size() - 1;
        if (length > JsonWriter.compact(whole).length()) {
            made.clear();
            operations.add(whole);
        }
    }

    private void add(String type, String path, @Nullable Node value) {
        operations.add(operation(type, path, value));
    }

    private static MapNode operation(String type, String path, @Nullable Node value) {
        return MapNode.builder()
                .put("op", type)
                .put("path", path)
                .putIfPresent("value", value)
                .build();
    }
}
