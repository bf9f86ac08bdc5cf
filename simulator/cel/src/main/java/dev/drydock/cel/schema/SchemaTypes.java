package dev.drydock.cel.schema;

import dev.drydock.cel.type.CelType;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads types from OpenAPI v3 schemas without references (apiserver, pkg/cel/common/schemas.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SchemaTypes {

    static final long MAX_REQUEST = 3 * 1024 * 1024;
    private static final long MAX_TEXT = MAX_REQUEST - 2;
    private static final long LONGEST_TIME = 32;
    private static final long DATE = 12;
    private static final long SHORTEST_DURATION = 3;
    private static final long SHORTEST_TIME = 21;

    private SchemaTypes() {}

    /**
     * The type that a schema gives to expressions, or null where it gives none.
     *
     * @param root whether this is the root of a resource, which always has a kind, an apiVersion and a name
     * @param name the name of the type, as {@code selfType1}; what is within gets names of the form {@code name.field}
     */
    public static @Nullable DeclaredType of(Node schema, boolean root, String name) {
        boolean intOrString = schema.isTrue("x-kubernetes-int-or-string")
                || schema.findText("format").equals("int-or-string");
        if (intOrString) {
            @Nullable Long maxLength = schema.findLong("maxLength");
            return DeclaredType.scalar(CelType.DYN, maxLength == null ? MAX_TEXT : bytes(maxLength), 1);
        }
        return switch (schema.findText("type")) {
            case "array" -> array(schema, name);
            case "object" -> object(schema, root, name);
            case "string" -> text(schema);
            case "boolean" -> DeclaredType.scalar(CelType.BOOL, 0, 4);
            case "number" -> DeclaredType.scalar(CelType.DOUBLE, 0, 1);
            case "integer" -> DeclaredType.scalar(CelType.INT, 0, 1);
            default -> null;
        };
    }

    private static @Nullable DeclaredType array(Node schema, String name) {
        @Nullable Node items = schema.find("items");
        @Nullable DeclaredType item = items == null ? null : of(items, isEmbedded(items), name + ".@idx");
        if (item == null) {
            return null;
        }
        @Nullable Long maxItems = schema.findLong("maxItems");
        return DeclaredType.list(
                item, maxItems == null ? (MAX_REQUEST - 2) / (item.minSize() + 1) : Math.max(0, maxItems));
    }

    private static @Nullable DeclaredType object(Node schema, boolean root, String name) {
        @Nullable Node values = schema.find("additionalProperties");
        // `additionalProperties: true` has no schema; such an object is one without fields.
        if (values instanceof MapNode) {
            @Nullable DeclaredType value = of(values, isEmbedded(values), name + ".@elem");
            if (value == null) {
                return null;
            }
            @Nullable Long maxProperties = schema.findLong("maxProperties");
            return DeclaredType.map(
                    value,
                    maxProperties == null ? (MAX_REQUEST - 2) / (value.minSize() + 6) : Math.max(0, maxProperties));
        }
        List<String> required = schema.findList("required").strings();
        Map<String, DeclaredType> fields = new LinkedHashMap<>();
        long size = 2;
        for (Map.Entry<String, Node> property : properties(schema, root).entrySet()) {
            String key = property.getKey();
            Node propertySchema = property.getValue();
            @Nullable String written = FieldNames.escape(key);
            @Nullable DeclaredType type = of(propertySchema, isEmbedded(propertySchema), name + "." + written);
            if (type == null) {
                continue;
            }
            if (written != null) {
                fields.put(written, type);
            }
            if (required.contains(key) && propertySchema.find("default") == null) {
                size += key.length() + type.minSize() + 4;
            }
        }
        return DeclaredType.object(name, fields, size);
    }

    private static Map<String, Node> properties(Node schema, boolean root) {
        Map<String, Node> properties = new LinkedHashMap<>();
        schema.findMap("properties").forEach(properties::put);
        if (root && !hasTypeAndName(schema)) {
            Node text = Node.of(Map.of("type", "string"));
            properties.put("kind", text);
            properties.put("apiVersion", text);
            properties.put(
                    "metadata",
                    Node.of(Map.of("type", "object", "properties", Map.of("name", text, "generateName", text))));
        }
        return properties;
    }

    private static boolean hasTypeAndName(Node schema) {
        return schema.findText("properties", "kind", "type").equals("string")
                && schema.findText("properties", "apiVersion", "type").equals("string")
                && schema.findText("properties", "metadata", "type").equals("object")
                && schema.findText("properties", "metadata", "properties", "name", "type")
                        .equals("string")
                && schema.findText("properties", "metadata", "properties", "generateName", "type")
                        .equals("string");
    }

    private static DeclaredType text(Node schema) {
        @Nullable Long maxLength = schema.findLong("maxLength");
        return switch (schema.findText("format")) {
            case "byte" -> DeclaredType.scalar(CelType.BYTES, maxLength == null ? MAX_TEXT : Math.max(0, maxLength), 2);
            case "duration" -> DeclaredType.scalar(CelType.DURATION, LONGEST_TIME, SHORTEST_DURATION);
            case "date" -> DeclaredType.scalar(CelType.TIMESTAMP, DATE, DATE);
            case "date-time" -> DeclaredType.scalar(CelType.TIMESTAMP, LONGEST_TIME, SHORTEST_TIME);
            default ->
                DeclaredType.scalar(
                        CelType.STRING, maxLength == null ? longest(schema.findList("enum")) : bytes(maxLength), 2);
        };
    }

    private static long longest(ListNode values) {
        if (values.isEmpty()) {
            return MAX_TEXT;
        }
        return values.strings().stream()
                .mapToLong(value -> value.getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0);
    }

    /** A length is counted in code points of up to four bytes. */
    private static long bytes(long length) {
        return Math.max(0, length) * 4;
    }

    private static boolean isEmbedded(Node schema) {
        return schema.isTrue("x-kubernetes-embedded-resource");
    }
}
