package dev.drydock.flux.ssa;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two JSON patch operations that ignore rules need, as evanphx/json-patch v5 does them with
 * {@code AllowMissingPathOnRemove}: the text before the first slash of a path does not count.
 */
final class PointerPatch {

    private PointerPatch() {}

    /** The object without the value at a path; the same object when there is none. */
    static MapNode remove(MapNode object, String path) {
        List<String> keys = keys(path);
        if (keys == null || find(object, keys.subList(0, keys.size() - 1)) == null) {
            return object;
        }
        return (MapNode) change(object, keys, path, null);
    }

    /**
     * The object with the value at a path replaced.
     *
     * @throws IgnoreRuleException when there is no value at the path
     */
    static MapNode replace(MapNode object, String path, Node value) {
        List<String> keys = keys(path);
        Node container = keys == null ? null : find(object, keys.subList(0, keys.size() - 1));
        if (keys == null || container == null) {
            throw new IgnoreRuleException(
                    "replace operation does not apply: doc is missing path: " + path + ": missing value");
        }
        if (child(container, keys.get(keys.size() - 1)) == null) {
            throw new IgnoreRuleException(
                    "replace operation does not apply: doc is missing key: " + path + ": missing value");
        }
        return (MapNode) change(object, keys, path, value);
    }

    private static @Nullable List<String> keys(String path) {
        String[] parts = path.split("/", -1);
        if (parts.length < 2) {
            return null;
        }
        List<String> keys = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            keys.add(parts[i].replace("~1", "/").replace("~0", "~"));
        }
        return keys;
    }

    private static @Nullable Node find(Node node, List<String> keys) {
        Node found = node;
        for (String key : keys) {
            found = child(found, key);
            if (found == null || found.isNull()) {
                return null;
            }
        }
        return found instanceof MapNode || found instanceof ListNode ? found : null;
    }

    private static @Nullable Node child(Node container, String key) {
        if (container instanceof MapNode map) {
            return map.get(key);
        }
        Integer index = container instanceof ListNode list ? index(list, key) : null;
        return index == null ? null : ((ListNode) container).get(index);
    }

    private static @Nullable Integer index(ListNode list, String key) {
        if (!key.matches("[+-]?[0-9]{1,9}")) {
            return null;
        }
        int index = Integer.parseInt(key);
        int position = index < 0 ? index + list.size() : index;
        return position >= 0 && position < list.size() ? position : null;
    }

    private static Node change(Node node, List<String> keys, String path, @Nullable Node value) {
        String key = keys.get(0);
        if (keys.size() > 1) {
            Node child = child(node, key);
            Node changed = change(child == null ? MapNode.EMPTY : child, keys.subList(1, keys.size()), path, value);
            return node instanceof MapNode map ? map.with(key, changed) : withItem((ListNode) node, key, changed);
        }
        if (node instanceof MapNode map) {
            return value == null ? map.without(key) : map.with(key, value);
        }
        ListNode list = (ListNode) node;
        Integer index = index(list, key);
        if (index == null) {
            if (!key.matches("[+-]?[0-9]+")) {
                throw new IgnoreRuleException("error in remove for path: '" + path + "': strconv.Atoi: parsing \"" + key
                        + "\": invalid syntax");
            }
            return list;
        }
        if (value != null) {
            return list.with(index, value);
        }
        List<Node> rest = new ArrayList<>(list.items());
        rest.remove((int) index);
        return ListNode.of(rest);
    }

    private static Node withItem(ListNode list, String key, Node item) {
        Integer index = index(list, key);
        return index == null ? list : list.with(index, item);
    }
}
