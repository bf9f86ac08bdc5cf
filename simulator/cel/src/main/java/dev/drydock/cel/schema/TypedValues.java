package dev.drydock.cel.schema;

import dev.drydock.cel.value.DurationValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Custom resources as values, typed by their schemas and read where they lie (apiserver,
 * pkg/cel/common/valuesunstructured.go). Every number of a field of type number is a double; fields that no schema has
 * are not there.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TypedValues {

    private TypedValues() {}

    /** The value of a node as its schema types it; an error where it does not fit. */
    public static Value of(Node node, Node schema) {
        if (node.isNull()) {
            return schema.isTrue("nullable")
                    ? Scalar.Null.NULL
                    : new Failure("invalid data, got null for schema with nullable=false");
        }
        if (schema.isTrue("x-kubernetes-int-or-string")) {
            return intOrString(node);
        }
        return switch (schema.findText("type")) {
            case "object" ->
                node instanceof MapNode map
                        ? TypedMap.of(map, schema)
                        : new Failure("invalid data, expected a map for the provided schema with type=object");
            case "array" -> list(node, schema);
            case "string" -> string(node, schema.findText("format"));
            case "number" -> number(node);
            case "integer" ->
                scalar(node) instanceof Long number
                        ? Scalar.of(number.longValue())
                        : new Failure("invalid data, expected int, got " + goType(node));
            case "boolean" ->
                scalar(node) instanceof Boolean bool
                        ? Scalar.of(bool)
                        : new Failure("invalid data, expected bool, got " + goType(node));
            default -> untyped(node, schema);
        };
    }

    /** The value of a whole resource, of which expressions always see the kind, the apiVersion and the name. */
    public static Value ofResource(MapNode node, Node schema) {
        return new TypedMap(node, TypedMap.withTypeAndMeta(schema.findMap("properties")), null);
    }

    private static Value untyped(Node node, Node schema) {
        return schema.isTrue("x-kubernetes-preserve-unknown-fields")
                ? new PreservedValue(node)
                : new Failure(
                        "invalid type, expected object, array, number, integer, boolean or string, or no type with"
                                + " x-kubernetes-int-or-string or x-kubernetes-preserve-unknown-fields is true, got "
                                + schema.findText("type"));
    }

    private static @Nullable Object scalar(Node node) {
        return node instanceof ScalarNode scalar ? scalar.value() : null;
    }

    private static Value intOrString(Node node) {
        Object value = scalar(node);
        if (value instanceof String text) {
            return Scalar.of(text);
        }
        return value instanceof Long number
                ? Scalar.of(number.longValue())
                : new Failure("invalid data, expected XIntOrString value to be either a string or integer");
    }

    private static Value number(Node node) {
        Object value = scalar(node);
        return value instanceof Number number
                ? new Scalar.Real(number.doubleValue())
                : new Failure("invalid data, expected float, got " + goType(node));
    }

    private static Value list(Node node, Node schema) {
        if (!(node instanceof ListNode list)) {
            return new Failure("invalid data, expected an array for the provided schema with type=array");
        }
        Node items = schema.find("items");
        if (items == null) {
            return new Failure("invalid array type, expected Items with a non-empty Schema");
        }
        return TypedList.of(list, items, schema);
    }

    private static Value string(Node node, String format) {
        if (!(scalar(node) instanceof String text)) {
            return new Failure("invalid data, expected string, got " + goType(node));
        }
        return switch (format) {
            case "duration" -> {
                Long nanos = OpenApiTimes.duration(text);
                yield nanos == null ? new Failure("Invalid duration " + text) : new DurationValue(nanos);
            }
            case "date" -> {
                Value time = OpenApiTimes.date(text);
                yield time == null ? new Failure("Invalid date formatted string " + text) : time;
            }
            case "date-time" -> {
                Value time = OpenApiTimes.dateTime(text);
                yield time == null ? new Failure("Invalid date-time formatted string " + text) : time;
            }
            case "byte" -> bytes(text);
            default -> Scalar.of(text);
        };
    }

    private static Value bytes(String text) {
        try {
            byte[] decoded = Base64.getDecoder().decode(text.replace("\n", "").replace("\r", ""));
            return new Scalar.Bytes(new String(decoded, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return new Failure("Invalid byte formatted string " + text);
        }
    }

    private static String goType(Node node) {
        if (node instanceof MapNode) {
            return "map[string]interface {}";
        }
        if (node instanceof ListNode) {
            return "[]interface {}";
        }
        Object value = scalar(node);
        return value instanceof Boolean
                ? "bool"
                : value instanceof Long ? "int64" : value instanceof String ? "string" : "float64";
    }
}
