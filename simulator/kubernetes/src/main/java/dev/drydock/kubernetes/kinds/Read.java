package dev.drydock.kubernetes.kinds;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads parts of objects that may be absent. */
final class Read {

    private Read() {}

    /** Whether a value is there; the null scalar is none. */
    static boolean has(Node node, String... path) {
        Node value = node.find(path);
        return value != null && !value.isNull();
    }

    /** The integer along map keys, or another when there is none. */
    static long number(Node node, long otherwise, String... path) {
        Long value = node.findLong(path);
        return value == null ? otherwise : value;
    }

    /** Calls the action with each item that is a map and with its path. */
    static void each(Node node, String field, String path, BiConsumer<MapNode, String> action) {
        List<Node> items = node.findList(field).items();
        String list = path.isEmpty() ? field : path + "." + field;
        for (int i = 0; i < items.size(); i++) {
            action.accept(items.get(i) instanceof MapNode map ? map : MapNode.EMPTY, list + "[" + i + "]");
        }
    }

    /** The keys of a map, sorted as the server's maps have no order. */
    static List<String> sortedKeys(MapNode map) {
        List<String> keys = new ArrayList<>(map.keys());
        keys.sort(null);
        return keys;
    }

    /** The value along a path as error texts show it: null for what is absent. */
    static Node value(Node node, String... path) {
        Node value = node.find(path);
        return value == null ? ScalarNode.NULL : value;
    }

    /** Whether two values are the same; absent, null and empty are. */
    static boolean same(@Nullable Node a, @Nullable Node b) {
        return isNothing(a) ? isNothing(b) : a != null && a.equals(b);
    }

    private static boolean isNothing(@Nullable Node node) {
        return node == null
                || node.isNull()
                || (node instanceof MapNode map && map.isEmpty())
                || (node instanceof ListNode list && list.isEmpty());
    }
}
