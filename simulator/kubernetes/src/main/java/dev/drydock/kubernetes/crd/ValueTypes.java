package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON types of values (kube-openapi, pkg/validation/validate/type.go). */
final class ValueTypes {

    private ValueTypes() {}

    static String nameOf(Node value) {
        if (value instanceof MapNode) {
            return "object";
        }
        if (value instanceof ListNode) {
            return "array";
        }
        Object scalar = ((ScalarNode) value).value();
        if (scalar == null) {
            return "null";
        }
        if (scalar instanceof String) {
            return "string";
        }
        return scalar instanceof Boolean ? "boolean" : scalar instanceof Double ? "number" : "integer";
    }

    /** The type that a value should have, when it has another; null when it fits. */
    static @Nullable String mismatch(Node value, List<String> types, MapNode schema) {
        if (types.isEmpty()) {
            return null;
        }
        String wanted = String.join(",", types);
        String found = nameOf(value);
        if (found.equals("null")) {
            return schema.isTrue("nullable") ? null : wanted;
        }
        boolean integral = value instanceof ScalarNode scalar
                && scalar.value() instanceof Double number
                && number == Math.rint(number)
                && !number.isInfinite();
        boolean fits = types.contains(found)
                || (integral && types.contains("integer"))
                || (found.equals("integer") && types.contains("number"));
        return fits ? null : wanted;
    }
}
