package dev.drydock.kustomize.field;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a path to one node, as kyaml's PathGetter without creation. */
public final class Lookup {

    private Lookup() {}

    /**
     * The node at the end of a path: keys, indices, {@code -} for the last element, {@code [key=value]} for an element.
     *
     * @return null when something on the way is missing
     * @throws KustomizeException when a step does not fit the node it meets
     */
    public static @Nullable Node find(Node start, List<String> path) {
        Node node = start;
        for (String raw : path) {
            String part = raw.strip();
            if (part.isEmpty()) {
                continue;
            }
            Node next = step(node, part);
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }

    private static @Nullable Node step(Node node, String part) {
        Integer index = integer(part);
        if (index != null) {
            if (index < 0) {
                throw new KustomizeException("array index " + index + " cannot be negative");
            }
            List<Node> items = elements(node);
            return index < items.size() ? items.get(index) : null;
        }
        if (part.equals("-")) {
            List<Node> items = elements(node);
            if (items.isEmpty()) {
                throw new KustomizeException("runtime error: index out of range [-1]");
            }
            return items.get(items.size() - 1);
        }
        if (part.equals("*")) {
            throw new KustomizeException("wildcard is not supported in PathGetter");
        }
        if (isListIndex(part)) {
            String[] nameAndValue = nameAndValue(part);
            return element(node, nameAndValue[0], nameAndValue[1]);
        }
        return field(node, part);
    }

    /** The value of a key; nothing below null, an error below anything that is no map. */
    public static @Nullable Node field(Node node, String key) {
        if (node.isNull()) {
            return null;
        }
        KindErrors.require(node, Kind.MAP);
        return ((MapNode) node).get(key);
    }

    /** The elements of a list, none of null, an error for anything else. */
    public static List<Node> elements(Node node) {
        KindErrors.require(node, Kind.LIST);
        return node instanceof ListNode list ? list.items() : List.of();
    }

    private static @Nullable Node element(Node node, String name, String value) {
        for (Node item : elements(node)) {
            if (name.isEmpty()) {
                if (Scalars.text(item).equals(value)) {
                    return item;
                }
            } else if (item instanceof MapNode map) {
                Node field = map.get(name);
                if (field != null && Scalars.text(field).equals(value)) {
                    return item;
                }
            }
        }
        return null;
    }

    /** Whether a part is {@code [something]}. */
    public static boolean isListIndex(String part) {
        return part.startsWith("[") && part.endsWith("]");
    }

    /** Whether a part is a number from zero. */
    public static boolean isIndex(String part) {
        Integer index = integer(part);
        return index != null && index >= 0;
    }

    /** The number that a part is, or null. */
    public static @Nullable Integer integer(String part) {
        if (part.isEmpty() || part.length() > 10) {
            return null;
        }
        for (int i = part.charAt(0) == '-' || part.charAt(0) == '+' ? 1 : 0; i < part.length(); i++) {
            if (part.charAt(i) < '0' || part.charAt(i) > '9') {
                return null;
            }
        }
        try {
            return Integer.valueOf(part);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Key and value of {@code [key=value]}; an empty key means the element itself. */
    public static String[] nameAndValue(String part) {
        String inner = part.substring(1, part.length() - 1);
        int equals = inner.indexOf('=');
        if (equals < 0) {
            throw new KustomizeException("list path element must contain fieldName=fieldValue for element to match");
        }
        return new String[] {inner.substring(0, equals), inner.substring(equals + 1)};
    }
}
