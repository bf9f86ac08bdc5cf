package dev.drydock.flux.status;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The accessors of apimachinery's unstructured package that complain about wrong types, and kstatus' that do not. */
final class NestedFields {

    private NestedFields() {}

    /** The value at a path, or null when it is absent; a null on the way is absence, at the end it is found. */
    static @Nullable Node field(Node object, String... path) {
        Node value = object;
        for (int i = 0; i < path.length; i++) {
            if (value.isNull()) {
                return null;
            }
            if (!(value instanceof MapNode map)) {
                throw wrongType(Arrays.copyOf(path, i + 1), value, "map[string]interface{}");
            }
            Node next = map.get(path[i]);
            if (next == null) {
                return null;
            }
            value = next;
        }
        return value;
    }

    static @Nullable String string(Node object, String... path) {
        Node value = field(object, path);
        if (value == null || (value instanceof ScalarNode scalar && scalar.isString())) {
            return value == null ? null : ((ScalarNode) value).stringValue();
        }
        throw wrongType(path, value, "string");
    }

    static @Nullable Long integer(Node object, String... path) {
        Node value = field(object, path);
        if (value == null) {
            return null;
        }
        if (value instanceof ScalarNode scalar && scalar.value() instanceof Long number) {
            return number;
        }
        throw wrongType(path, value, "int64");
    }

    static @Nullable ListNode list(Node object, String... path) {
        Node value = field(object, path);
        if (value == null || value instanceof ListNode) {
            return (ListNode) value;
        }
        throw wrongType(path, value, "[]interface{}");
    }

    private static MalformedObjectException wrongType(String[] path, Node value, String expected) {
        return new MalformedObjectException("." + String.join(".", path) + " accessor error: " + GoValue.print(value)
                + " is of the type " + GoValue.type(value) + ", expected " + expected);
    }

    /** The integer at a path, or the default when it is absent or of another type. */
    static int count(Node object, int otherwise, String... path) {
        Long number = object.findLong(path);
        return number == null ? otherwise : (int) (long) number;
    }

    /** The string at a path, or the default when it is absent or of another type. */
    static String text(Node object, String otherwise, String... path) {
        String text = object.findString(path);
        return text == null ? otherwise : text;
    }
}
