package dev.drydock.kubernetes.crd;

import dev.drydock.cel.schema.FieldNames;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.CustomValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import org.jspecify.annotations.Nullable;

/**
 * Parts of objects as rules see them: typed by their schema, read where they lie
 * (apiserver, pkg/cel/common/valuesunstructured.go, UnstructuredToVal).
 */
final class SchemaValues {

    private static final MapNode TEXT = MapNode.of("type", "string");

    private SchemaValues() {}

    static Value of(Node node, MapNode schema) {
        if (node.isNull()) {
            return schema.isTrue("nullable")
                    ? Scalar.Null.NULL
                    : new Failure("invalid data, got null for schema with nullable=false");
        }
        Object scalar = node instanceof ScalarNode s ? s.value() : null;
        if (schema.isTrue("x-kubernetes-int-or-string")) {
            return scalar instanceof Long number
                    ? Scalar.of(number.longValue())
                    : scalar instanceof String text
                            ? Scalar.of(text)
                            : new Failure("invalid data, expected XIntOrString value to be either a string or integer");
        }
        return switch (schema.findText("type")) {
            case "object" -> object(node, schema);
            case "array" -> list(node, schema);
            case "string" ->
                scalar instanceof String text ? FormattedText.value(text, schema) : unexpected("string", node);
            case "number" ->
                scalar instanceof Number number ? new Scalar.Real(number.doubleValue()) : unexpected("float", node);
            case "integer" -> scalar instanceof Long number ? Scalar.of(number.longValue()) : unexpected("int", node);
            case "boolean" -> scalar instanceof Boolean bool ? Scalar.of(bool) : unexpected("bool", node);
            default ->
                schema.isTrue("x-kubernetes-preserve-unknown-fields")
                        ? new Preserved(node)
                        : new Failure("invalid type, expected object, array, number, integer, boolean or string, or no"
                                + " type with x-kubernetes-int-or-string or x-kubernetes-preserve-unknown-fields is"
                                + " true, got " + schema.findText("type"));
        };
    }

    private static Failure unexpected(String wanted, Node node) {
        return new Failure("invalid data, expected " + wanted + ", got " + goType(node));
    }

    private static String goType(Node node) {
        if (node instanceof MapNode) {
            return "map[string]interface {}";
        }
        return switch (ValueTypes.nameOf(node)) {
            case "array" -> "[]interface {}";
            case "boolean" -> "bool";
            case "integer" -> "int64";
            case "number" -> "float64";
            default -> "string";
        };
    }

    private static Value list(Node node, MapNode schema) {
        if (!(node instanceof ListNode list)) {
            return new Failure("invalid data, expected an array for the provided schema with type=array");
        }
        return schema.get("items") instanceof MapNode items
                ? TypedList.of(list, items, schema)
                : new Failure("invalid array type, expected Items with a non-empty Schema");
    }

    private static Value object(Node node, MapNode schema) {
        if (!(node instanceof MapNode map)) {
            return new Failure("invalid data, expected a map for the provided schema with type=object");
        }
        return new TypedMap(map, schema.isTrue("x-kubernetes-embedded-resource") ? withTypeAndName(schema) : schema);
    }

    /** The schema of an object with what every object has; of metadata only names are seen. */
    static MapNode withTypeAndName(MapNode schema) {
        MapNode properties = schema.findMap("properties");
        MapNode metadata = properties.findMap("metadata");
        if (isText(properties, "kind")
                && isText(properties, "apiVersion")
                && metadata.findText("type").equals("object")
                && isText(metadata.findMap("properties"), "name")
                && isText(metadata.findMap("properties"), "generateName")) {
            return schema;
        }
        MapNode names = MapNode.of("name", TEXT, "generateName", TEXT);
        return schema.with(
                "properties",
                properties
                        .with("kind", TEXT)
                        .with("apiVersion", TEXT)
                        .with("metadata", MapNode.of("type", "object", "properties", names)));
    }

    private static boolean isText(MapNode properties, String name) {
        return properties.findMap(name).findText("type").equals("string");
    }

    /** An object: with properties its fields have the names that expressions use, and null fields are absent. */
    private record TypedMap(MapNode map, MapNode schema) implements MapValue {

        private boolean isObject() {
            return !schema.findMap("properties").isEmpty();
        }

        private @Nullable MapNode schemaOf(String key) {
            if (isObject()) {
                return Parts.map(schema.findMap("properties"), key);
            }
            return Parts.map(schema, "additionalProperties");
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public @Nullable Value find(Value key) {
            if (!(key instanceof Scalar.Text text)) {
                return Failure.noSuchOverload(key);
            }
            String name = isObject() ? FieldNames.unescape(text.value()) : text.value();
            Node found = name == null ? null : map.get(name);
            MapNode of = name == null ? null : schemaOf(name);
            return found == null || of == null || (isObject() && found.isNull()) ? null : SchemaValues.of(found, of);
        }

        @Override
        public Iterable<Value> keys() {
            return () -> map.keys().stream()
                    .filter(key -> schemaOf(key) != null)
                    .<Value>map(key -> {
                        String escaped = isObject() ? FieldNames.escape(key) : key;
                        return Scalar.of(escaped == null ? key : escaped);
                    })
                    .iterator();
        }

        /** What no schema describes is compared as it is. */
        @Override
        public boolean sameAs(Value other) {
            if (!(other instanceof MapValue values) || values.size() != size()) {
                return false;
            }
            for (String key : map.keys()) {
                Node mine = map.get(key);
                if (schemaOf(key) == null) {
                    Node theirs = other instanceof TypedMap typed ? typed.map.get(key) : null;
                    if (theirs != null && !theirs.equals(mine)) {
                        return false;
                    }
                    continue;
                }
                Value own = find(Scalar.of(key));
                Value their = values.find(Scalar.of(key));
                if (own == null || their == null) {
                    if (own != their) {
                        return false;
                    }
                } else if (!dev.drydock.cel.value.Equality.isTrue(own, their)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What no schema describes; it can only be compared. */
    private record Preserved(Node node) implements CustomValue {

        @Override
        public CelType type() {
            return CelType.opaque("unknown");
        }

        @Override
        public Value equal(Value other) {
            return Scalar.of(other instanceof Preserved preserved && preserved.node.equals(node));
        }
    }
}
