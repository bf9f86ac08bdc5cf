package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;

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
        return scalar instanceof Boolean ? "boolean" : scalar instanceof Long ? "integer" : "number";
    }

    static List<String> of(MapNode schema) {
        if (schema.isTrue("x-kubernetes-int-or-string")) {
            return List.of("integer", "string");
        }
        return written(schema);
    }

    /** The type that a schema names itself. */
    static List<String> written(MapNode schema) {
        String type = schema.findText("type");
        return type.isEmpty() ? List.of() : List.of(type);
    }

    /** Checks the type of a value; a format makes it strict with numbers and lax with strings and lists. */
    static Findings check(Node value, MapNode schema, List<String> types, String format, ErrorPlace place) {
        Findings findings = new Findings();
        String found = nameOf(value);
        if (found.equals("null")) {
            if (!types.isEmpty() && !schema.isTrue("nullable")) {
                place.type(findings, String.join(",", types), "null");
                return findings;
            }
            return findings.count();
        }
        boolean text = found.equals("string") || found.equals("array");
        boolean wholeNumber = found.equals("number")
                && value instanceof ScalarNode scalar
                && scalar.value() instanceof Number number
                && GoNumbers.isInteger(number.doubleValue())
                && types.contains("integer");
        boolean fits = types.contains(found) || wholeNumber || (found.equals("integer") && types.contains("number"));
        String foundFormat = found.equals("integer") ? "int64" : found.equals("number") ? "float64" : "";
        if (!text && !format.isEmpty() && !fits && !format.equals(foundFormat)) {
            place.type(findings, format, foundFormat);
            return findings;
        }
        if (text && !format.isEmpty() && !types.contains("number") && !types.contains("integer")) {
            return findings.count();
        }
        if (!fits) {
            place.type(findings, String.join(",", types), found);
            return findings;
        }
        return findings.count();
    }
}
