package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.FieldType;
import dev.drydock.kubernetes.schema.ListType;
import dev.drydock.kubernetes.schema.MapType;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How an item of an associative list is identified (typed/helpers.go). */
final class ListKeys {

    private ListKeys() {}

    /** An item that cannot be identified. */
    static final class UnidentifiedItem extends Exception {
        private static final long serialVersionUID = 1;

        UnidentifiedItem(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * The path element of an item.
     *
     * @throws UnidentifiedItem with upstream's words
     */
    static PathElement of(ListType type, Node item) throws UnidentifiedItem {
        if (!type.associative()) {
            throw new UnidentifiedItem("invalid indexing of non-associative list");
        }
        return type.keys().isEmpty() ? setMember(item) : keyed(type, item);
    }

    private static PathElement setMember(Node item) throws UnidentifiedItem {
        if (item instanceof MapNode) {
            throw new UnidentifiedItem("associative list without keys has an element that's a map type");
        }
        if (item instanceof ListNode) {
            throw new UnidentifiedItem("not supported: associative list with lists as elements");
        }
        if (item.isNull()) {
            throw new UnidentifiedItem("associative list without keys has an element that's an explicit null");
        }
        return new PathElement.Value(item);
    }

    private static PathElement keyed(ListType type, Node item) throws UnidentifiedItem {
        if (item.isNull()) {
            throw new UnidentifiedItem("associative list with keys may not have a null element");
        }
        if (!(item instanceof MapNode map)) {
            throw new UnidentifiedItem("associative list with keys may not have non-map elements");
        }
        if (type.keys().size() == 1) {
            String name = type.keys().get(0);
            Node value = keyValue(type, map, name);
            if (value != null) {
                return new PathElement.Key(type.keys(), List.of(value));
            }
        }
        List<String> names = new ArrayList<>(type.keys());
        names.sort(Values::compare);
        List<String> found = new ArrayList<>(names.size());
        List<Node> values = new ArrayList<>(names.size());
        for (String name : names) {
            Node value = keyValue(type, map, name);
            if (value != null) {
                found.add(name);
                values.add(value);
            }
        }
        if (found.isEmpty()) {
            String keys = type.keys().stream().map(GoQuote::quote).collect(Collectors.joining(" ", "[", "]"));
            throw new UnidentifiedItem("associative list with keys has an element that omits all key fields " + keys
                    + " (and doesn't have default values for any key fields)");
        }
        return new PathElement.Key(found, values);
    }

    private static @org.jspecify.annotations.Nullable Node keyValue(ListType type, MapNode item, String name)
            throws UnidentifiedItem {
        Node value = item.get(name);
        if (value != null) {
            return value;
        }
        MapType element = type.element().atom().map();
        if (element == null) {
            throw new UnidentifiedItem(
                    "couldn't find default value for " + name + ": associative list may not have non-map types");
        }
        FieldType field = element.field(name);
        return field == null ? null : field.defaultValue();
    }
}
