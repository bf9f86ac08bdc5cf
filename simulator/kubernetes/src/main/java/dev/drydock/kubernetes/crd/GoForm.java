package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parts of definitions as errors show them: the server's own structs with the names of their Go fields
 * (apiextensions-apiserver, pkg/apis/apiextensions/types.go and types_jsonschema.go).
 */
final class GoForm {

    private static final String SCHEMA = "schema";
    private static final String SCHEMAS = "schemas";
    private static final String SCHEMA_MAP = "schema map";

    /** A field: its Go name, its JSON name, and how it is printed: a zero value, or one of the forms above. */
    private record Field(String go, String json, String form) {}

    private static final List<Field> RULE = List.of(
            new Field("Rule", "rule", "\"\""),
            new Field("Message", "message", "\"\""),
            new Field("MessageExpression", "messageExpression", "\"\""),
            new Field("Reason", "reason", "null"),
            new Field("FieldPath", "fieldPath", "\"\""),
            new Field("OptionalOldSelf", "optionalOldSelf", "null"));

    private static final List<Field> VERSION = List.of(
            new Field("Name", "name", "\"\""),
            new Field("Served", "served", "false"),
            new Field("Storage", "storage", "false"),
            new Field("Deprecated", "deprecated", "false"),
            new Field("DeprecationWarning", "deprecationWarning", "null"),
            new Field("Schema", "schema", "validation"),
            new Field("Subresources", "subresources", "subresources"),
            new Field("AdditionalPrinterColumns", "additionalPrinterColumns", "columns"),
            new Field("SelectableFields", "selectableFields", "selectable"));

    private static final List<Field> VALIDATION = List.of(new Field("OpenAPIV3Schema", "openAPIV3Schema", SCHEMA));

    private static final List<Field> SUBRESOURCES =
            List.of(new Field("Status", "status", "null"), new Field("Scale", "scale", "scale"));

    private static final List<Field> SCALE = List.of(
            new Field("SpecReplicasPath", "specReplicasPath", "\"\""),
            new Field("StatusReplicasPath", "statusReplicasPath", "\"\""),
            new Field("LabelSelectorPath", "labelSelectorPath", "null"));

    private static final List<Field> COLUMN = List.of(
            new Field("Name", "name", "\"\""),
            new Field("Type", "type", "\"\""),
            new Field("Format", "format", "\"\""),
            new Field("Description", "description", "\"\""),
            new Field("Priority", "priority", "0"),
            new Field("JSONPath", "jsonPath", "\"\""));

    private static final List<Field> SELECTABLE = List.of(new Field("JSONPath", "jsonPath", "\"\""));

    private static final List<Field> DOCUMENTATION =
            List.of(new Field("Description", "description", "\"\""), new Field("URL", "url", "\"\""));

    private static final List<Field> PROPS = List.of(
            new Field("ID", "id", "\"\""),
            new Field("Schema", "$schema", "\"\""),
            new Field("Ref", "$ref", "null"),
            new Field("Description", "description", "\"\""),
            new Field("Type", "type", "\"\""),
            new Field("Nullable", "nullable", "false"),
            new Field("Format", "format", "\"\""),
            new Field("Title", "title", "\"\""),
            new Field("Default", "default", "null"),
            new Field("Maximum", "maximum", "null"),
            new Field("ExclusiveMaximum", "exclusiveMaximum", "false"),
            new Field("Minimum", "minimum", "null"),
            new Field("ExclusiveMinimum", "exclusiveMinimum", "false"),
            new Field("MaxLength", "maxLength", "null"),
            new Field("MinLength", "minLength", "null"),
            new Field("Pattern", "pattern", "\"\""),
            new Field("MaxItems", "maxItems", "null"),
            new Field("MinItems", "minItems", "null"),
            new Field("UniqueItems", "uniqueItems", "false"),
            new Field("MultipleOf", "multipleOf", "null"),
            new Field("Enum", "enum", "null"),
            new Field("MaxProperties", "maxProperties", "null"),
            new Field("MinProperties", "minProperties", "null"),
            new Field("Required", "required", "null"),
            new Field("Items", "items", "items"),
            new Field("AllOf", "allOf", SCHEMAS),
            new Field("OneOf", "oneOf", SCHEMAS),
            new Field("AnyOf", "anyOf", SCHEMAS),
            new Field("Not", "not", SCHEMA),
            new Field("Properties", "properties", SCHEMA_MAP),
            new Field("AdditionalProperties", "additionalProperties", "or bool"),
            new Field("PatternProperties", "patternProperties", SCHEMA_MAP),
            new Field("Dependencies", "dependencies", "dependencies"),
            new Field("AdditionalItems", "additionalItems", "or bool"),
            new Field("Definitions", "definitions", SCHEMA_MAP),
            new Field("ExternalDocs", "externalDocs", "documentation"),
            new Field("Example", "example", "null"),
            new Field("XPreserveUnknownFields", "x-kubernetes-preserve-unknown-fields", "null"),
            new Field("XEmbeddedResource", "x-kubernetes-embedded-resource", "false"),
            new Field("XIntOrString", "x-kubernetes-int-or-string", "false"),
            new Field("XListMapKeys", "x-kubernetes-list-map-keys", "null"),
            new Field("XListType", "x-kubernetes-list-type", "null"),
            new Field("XMapType", "x-kubernetes-map-type", "null"),
            new Field("XValidations", "x-kubernetes-validations", "rules"));

    private GoForm() {}

    /** An error about a value that is printed already. */
    static FieldError invalid(String path, String value, String detail) {
        return new FieldError("FieldValueInvalid", path, "Invalid value: " + value + ": " + detail);
    }

    static String rule(Node rule) {
        return struct(RULE, rule);
    }

    static String schema(Node schema) {
        return struct(PROPS, schema);
    }

    static String items(Node schema) {
        return value(new Field("Items", "items", "items"), schema);
    }

    static String versions(@Nullable Node versions) {
        return list(VERSION, versions);
    }

    /** The Go names of the fields of a schema that are set, in order. */
    static List<String> setFields(MapNode schema) {
        return PROPS.stream()
                .filter(field -> !value(field, schema).equals(zero(field)))
                .map(Field::go)
                .toList();
    }

    private static String zero(Field field) {
        return value(field, MapNode.EMPTY);
    }

    private static String struct(List<Field> fields, Node node) {
        return fields.stream()
                .map(field -> "\"" + field.go() + "\":" + value(field, node))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String list(List<Field> fields, @Nullable Node node) {
        return node instanceof ListNode list
                ? list.stream().map(item -> struct(fields, item)).collect(Collectors.joining(",", "[", "]"))
                : "null";
    }

    private static String value(Field field, Node holder) {
        Node node = holder.find(field.json());
        boolean absent = node == null || node.isNull();
        Node value = node == null ? ScalarNode.NULL : node;
        return switch (field.form()) {
            case SCHEMA -> absent ? "null" : struct(PROPS, value);
            case SCHEMAS -> list(PROPS, node);
            case SCHEMA_MAP -> absent ? "null" : map(value, GoForm::schema);
            case "validation" -> absent ? "null" : struct(VALIDATION, value);
            case "subresources" -> absent ? "null" : struct(SUBRESOURCES, value);
            case "scale" -> absent ? "null" : struct(SCALE, value);
            case "columns" -> list(COLUMN, node);
            case "selectable" -> list(SELECTABLE, node);
            case "documentation" -> absent ? "null" : struct(DOCUMENTATION, value);
            case "rules" -> list(RULE, node);
            case "items" ->
                absent
                        ? "null"
                        : value instanceof ListNode
                                ? "{\"Schema\":null,\"JSONSchemas\":" + list(PROPS, value) + "}"
                                : "{\"Schema\":" + struct(PROPS, value) + ",\"JSONSchemas\":null}";
            case "or bool" ->
                absent
                        ? "null"
                        : value instanceof MapNode
                                ? "{\"Allows\":true,\"Schema\":" + struct(PROPS, value) + "}"
                                : "{\"Allows\":" + value + ",\"Schema\":null}";
            case "dependencies" ->
                absent
                        ? "null"
                        : map(
                                value,
                                item -> item instanceof MapNode
                                        ? "{\"Schema\":" + schema(item) + ",\"Property\":null}"
                                        : "{\"Schema\":null,\"Property\":" + JsonWriter.go(item) + "}");
            default -> absent ? field.form() : JsonWriter.go(value);
        };
    }

    private static String map(Node node, java.util.function.Function<Node, String> print) {
        return node instanceof MapNode map
                ? map.keys().stream()
                        .sorted()
                        .map(key -> JsonWriter.go(ScalarNode.of(key)) + ":"
                                + print.apply(java.util.Objects.requireNonNull(map.get(key))))
                        .collect(Collectors.joining(",", "{", "}"))
                : "null";
    }
}
