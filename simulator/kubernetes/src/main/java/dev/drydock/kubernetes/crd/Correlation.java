package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value and what it was before, as far as the structure of the schema says which belong together
 * (apiserver, pkg/cel/common/equality.go).
 *
 * @param value the value
 * @param old what it was
 * @param schema the structural schema of both
 */
record Correlation(Node value, Node old, MapNode schema) {

    /** The part at a key; null when it is new or when no schema describes it. */
    @Nullable
    Correlation key(String key) {
        if (!(value instanceof MapNode now) || !(old instanceof MapNode before)) {
            return null;
        }
        Node item = now.get(key);
        Node was = before.get(key);
        if (item == null || was == null) {
            return null;
        }
        if (schema.findMap("properties").get(key) instanceof MapNode property) {
            return new Correlation(item, was, property);
        }
        return schema.get("additionalProperties") instanceof MapNode additional
                ? new Correlation(item, was, additional)
                : null;
    }

    /** The item at an index; null unless the list is a map that had an item with the same keys. */
    @Nullable
    Correlation index(int index) {
        if (!(value instanceof ListNode now)
                || !(old instanceof ListNode before)
                || index >= now.size()
                || !isMapList()
                || !(schema.get("items") instanceof MapNode items)) {
            return null;
        }
        Node was = sameKeys(before, now.get(index));
        return was == null ? null : new Correlation(now.get(index), was, items);
    }

    private boolean isMapList() {
        return schema.findText("x-kubernetes-list-type").equals("map");
    }

    private @Nullable Node sameKeys(ListNode items, Node item) {
        List<String> keys = schema.findList("x-kubernetes-list-map-keys").strings();
        for (Node candidate : items) {
            boolean same = candidate instanceof MapNode && item instanceof MapNode;
            for (String key : keys) {
                same = same && found(item, key).equals(found(candidate, key));
            }
            if (same) {
                return candidate;
            }
        }
        return null;
    }

    private static Node found(Node item, String key) {
        Node value = item.find(key);
        return value == null ? ScalarNode.NULL : value;
    }

    /** Whether nothing changed; parts that no schema describes count as changed. */
    boolean isUnchanged() {
        if (value instanceof ListNode now && old instanceof ListNode before) {
            if (now.size() != before.size()) {
                return false;
            }
            for (int i = 0; i < now.size(); i++) {
                Correlation item = index(i);
                if (item == null) {
                    return !isMapList() && now.equals(before);
                }
                if (!item.isUnchanged()) {
                    return false;
                }
            }
            return true;
        }
        if (value instanceof MapNode now && old instanceof MapNode before) {
            if (now.size() != before.size()) {
                return false;
            }
            for (String key : now.keys()) {
                Correlation part = key(key);
                if (part == null || !part.isUnchanged()) {
                    return false;
                }
            }
            return true;
        }
        return value.equals(old);
    }
}
