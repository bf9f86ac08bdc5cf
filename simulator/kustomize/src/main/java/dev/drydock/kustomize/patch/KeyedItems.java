package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.field.KindErrors;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A growing list whose elements are found by keys; ElementMatcher and ElementSetter of kyaml/yaml/fns.go.
 *
 * <p>Elements are found through an index that lives as long as only the element at its own place changes.
 */
final class KeyedItems {

    private List<Node> nodes;
    private @Nullable List<String> indexedKeys;
    private Map<List<String>, Integer> index = Map.of();

    KeyedItems(List<Node> nodes) {
        this.nodes = new ArrayList<>(nodes);
    }

    List<Node> nodes() {
        return nodes;
    }

    Node get(int at) {
        return nodes.get(at);
    }

    void set(int at, Node node) {
        nodes.set(at, node);
    }

    void add(Node node) {
        nodes.add(node);
        List<String> own = indexedKeys == null ? null : own(node, indexedKeys);
        if (own != null) {
            index.putIfAbsent(own, nodes.size() - 1);
        }
    }

    /** The first map whose keys have these texts, or with an empty key the first scalar of that text; -1 for none. */
    int indexOf(List<String> keys, List<String> values) {
        if (!keys.equals(indexedKeys)) {
            index = new HashMap<>();
            for (int i = 0; i < nodes.size(); i++) {
                List<String> own = own(nodes.get(i), keys);
                if (own != null) {
                    index.putIfAbsent(own, i);
                }
            }
            indexedKeys = List.copyOf(keys);
        }
        return index.getOrDefault(values, -1);
    }

    private static @Nullable List<String> own(Node node, List<String> keys) {
        if (keys.get(0).isEmpty()) {
            return List.of(Scalars.text(node));
        }
        if (!(node instanceof MapNode map)) {
            return null;
        }
        List<String> own = new ArrayList<>(keys.size());
        for (String key : keys) {
            Node value = map.get(key);
            if (value == null) {
                return null;
            }
            own.add(Scalars.text(value));
        }
        return own;
    }

    /** Removes the elements that match. */
    void remove(List<String> keys, List<String> values) {
        replace(keys, values, null);
    }

    /** Replaces the elements that match, or adds one when none does. */
    void put(List<String> keys, List<String> values, Node node) {
        if (keys.size() == 1 && values.size() == 1 && !values.get(0).isEmpty() && !node.isNull()) {
            int at = indexOf(keys, values);
            if (at < 0) {
                add(node);
            } else {
                nodes.set(at, node);
            }
            return;
        }
        boolean replaced = replace(keys, values, node);
        if (!node.isNull() && !replaced) {
            nodes.add(node);
        }
    }

    private boolean replace(List<String> keys, List<String> values, @Nullable Node replacement) {
        List<Node> next = new ArrayList<>(nodes.size());
        boolean matched = false;
        boolean byMapKey =
                !keys.get(0).isEmpty() && !values.isEmpty() && !values.get(0).isEmpty();
        for (Node node : nodes) {
            if (node.isNull() || (node instanceof MapNode map && map.isEmpty())) {
                continue;
            }
            if (!(node instanceof MapNode) && byMapKey) {
                next.add(node);
            } else if (!matches(node, keys, values)) {
                if (!values.isEmpty()) {
                    next.add(node);
                }
            } else {
                matched = true;
                if (replacement != null) {
                    next.add(replacement);
                }
            }
        }
        nodes = next;
        indexedKeys = null;
        return matched;
    }

    /** A key counts with its value when one is wanted; an empty wanted value takes any. */
    private static boolean matches(Node node, List<String> keys, List<String> values) {
        boolean found = false;
        for (int i = 0; i < keys.size(); i++) {
            if (i < values.size()) {
                found = matches(node, keys.get(i), values.get(i));
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Node node, String key, String value) {
        if (key.isEmpty()) {
            KindErrors.require(node, Kind.SCALAR);
            return Scalars.value(node).equals(value);
        }
        KindErrors.require(node, Kind.MAP);
        Node field = node instanceof MapNode map ? map.get(key) : null;
        return field != null && (value.isEmpty() || Scalars.text(field).equals(value));
    }
}
