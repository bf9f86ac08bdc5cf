package dev.drydock.kubernetes.server;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The lists and maps that a client wrote as empty ones. The JSON of an object leaves them out, but the server's structs hold
 * them as other than nil until they are stored, which error texts show and some comparisons heed.
 */
final class Empties {

    private static final Set<String> APART = Set.of("metadata", "status", "apiVersion", "kind");

    private record Empty(List<Object> path, Node value) {}

    private final List<Empty> found = new ArrayList<>();

    /** Remembers what a document has as empty and the object read from it does not have. */
    void note(MapNode document, MapNode read) {
        document.forEach((key, value) -> {
            if (!APART.contains(key)) {
                note(List.of(key), value, read.get(key));
            }
        });
    }

    private void note(List<Object> path, Node value, @org.jspecify.annotations.Nullable Node read) {
        if (value instanceof MapNode map) {
            if (map.isEmpty() && read == null) {
                found.add(new Empty(path, MapNode.EMPTY));
            }
            map.forEach((key, inner) ->
                    note(with(path, key), inner, read instanceof MapNode readMap ? readMap.get(key) : null));
        } else if (value instanceof ListNode list) {
            if (list.isEmpty() && read == null) {
                found.add(new Empty(path, ListNode.EMPTY));
            }
            for (int i = 0; i < list.size() && read instanceof ListNode readList && i < readList.size(); i++) {
                note(with(path, i), list.get(i), readList.get(i));
            }
        }
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** The object with what was remembered, where there is still nothing. */
    MapNode restored(MapNode object) {
        Node restored = object;
        for (Empty empty : found) {
            restored = restored(restored, empty.path(), empty.value());
        }
        return (MapNode) restored;
    }

    private static Node restored(Node node, List<Object> path, Node value) {
        Object step = path.get(0);
        List<Object> rest = path.subList(1, path.size());
        if (node instanceof MapNode map && step instanceof String key) {
            Node inner = map.get(key);
            if (inner == null) {
                return rest.isEmpty() ? map.with(key, value) : map;
            }
            return rest.isEmpty() ? map : map.with(key, restored(inner, rest, value));
        }
        if (node instanceof ListNode list && step instanceof Integer index && index < list.size() && !rest.isEmpty()) {
            List<Node> items = new ArrayList<>(list.items());
            items.set(index, restored(items.get(index), rest, value));
            return ListNode.of(items);
        }
        return node;
    }
}
