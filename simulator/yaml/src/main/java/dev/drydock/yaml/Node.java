package dev.drydock.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A value of a YAML or JSON document: an immutable tree of maps, lists and scalars.
 *
 * <p>Every node knows where it was read. Two nodes are equal when their values are equal: location, source spelling and
 * the order of map keys do not count; an integer and a floating-point number are different values, as they are to
 * Kubernetes.
 */
@API(status = API.Status.STABLE, since = "0.1")
public sealed interface Node permits MapNode, ListNode, ScalarNode {

    /** Where this node was read, or {@link Location#NONE}. */
    Location location();

    /** The same value read at another place. */
    Node at(Location location);

    /**
     * The node of a plain Java value.
     *
     * @param value a {@code Node}, {@code Map} with string keys, {@code Iterable}, {@code String}, {@code Boolean},
     *     {@code Integer}, {@code Long}, {@code BigInteger}, {@code Double} or null
     * @throws IllegalArgumentException for a value of another type
     */
    static Node of(@Nullable Object value) {
        if (value instanceof Node node) {
            return node;
        }
        if (value instanceof Map<?, ?> map) {
            MapNode.Builder builder = MapNode.builder();
            map.forEach((k, v) -> builder.put(String.valueOf(k), of(v)));
            return builder.build();
        }
        if (value instanceof Iterable<?> items) {
            List<Node> nodes = new ArrayList<>();
            items.forEach(item -> nodes.add(of(item)));
            return ListNode.of(nodes);
        }
        return ScalarNode.of(value);
    }

    /** The node below this one along map keys, or null when a key is missing or something on the way is no map. */
    default @Nullable Node find(String... keys) {
        Node node = this;
        for (String key : keys) {
            Node next = node instanceof MapNode map ? map.get(key) : null;
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }

    /** The string along map keys, or null when there is none or it is no string. */
    default @Nullable String findString(String... keys) {
        return find(keys) instanceof ScalarNode scalar && scalar.isString() ? scalar.stringValue() : null;
    }

    /** The text along map keys, empty when there is none or it is no text. */
    default String findText(String... keys) {
        String text = findString(keys);
        return text == null ? "" : text;
    }

    /** The map along map keys, or an empty map when there is none or it is no map. */
    default MapNode findMap(String... keys) {
        return find(keys) instanceof MapNode map ? map : MapNode.EMPTY;
    }

    /** The list along map keys, or an empty list when there is none or it is no list. */
    default ListNode findList(String... keys) {
        return find(keys) instanceof ListNode list ? list : ListNode.EMPTY;
    }

    /** The integer along map keys, or null when there is none. */
    default @Nullable Long findLong(String... keys) {
        return find(keys) instanceof ScalarNode scalar && scalar.value() instanceof Long number ? number : null;
    }

    /** Whether the boolean along map keys is there and true. */
    default boolean isTrue(String... keys) {
        return find(keys) instanceof ScalarNode scalar && Boolean.TRUE.equals(scalar.value());
    }

    /** Whether this is the null scalar. */
    default boolean isNull() {
        return this instanceof ScalarNode scalar && scalar.value() == null;
    }

    /**
     * This tree with the value along map keys replaced; maps on the way are made where they are missing.
     *
     * @param change gets the old value, or the null scalar when there was none; returning the null scalar stores it
     */
    default Node update(List<String> keys, UnaryOperator<Node> change) {
        if (keys.isEmpty()) {
            return change.apply(this);
        }
        MapNode map = this instanceof MapNode m ? m : MapNode.EMPTY;
        Node old = map.get(keys.get(0));
        Node child = old == null ? (keys.size() == 1 ? ScalarNode.NULL : MapNode.EMPTY) : old;
        return map.with(keys.get(0), child.update(keys.subList(1, keys.size()), change));
    }
}
