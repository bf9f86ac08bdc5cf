package dev.drydock.yaml;

import org.apiguardian.api.API;

/** The words of encoding/json for the kinds of JSON values, as in {@code json: cannot unmarshal string into …}. */
@API(status = API.Status.STABLE, since = "0.1")
public final class JsonKind {

    private JsonKind() {}

    /** {@code object}, {@code array}, {@code string}, {@code number}, {@code bool} or {@code null}. */
    public static String of(Node node) {
        if (node instanceof MapNode) {
            return "object";
        }
        if (node instanceof ListNode) {
            return "array";
        }
        Object value = ((ScalarNode) node).value();
        if (value == null) {
            return "null";
        }
        return value instanceof String ? "string" : value instanceof Boolean ? "bool" : "number";
    }
}
