package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may stand inside allOf, anyOf, oneOf and not: only checks of values (apiserver/schema/validation.go). */
final class NestedSchemaRules {

    private static final String EMPTY = "must be empty to be structural";
    private static final String FALSE = "must be false to be structural";
    private static final String UNDEFINED = "must be undefined to be structural";

    private static final Map<String, String> FORBIDDEN = new LinkedHashMap<>();

    static {
        FORBIDDEN.put("type", EMPTY);
        FORBIDDEN.put("additionalProperties", UNDEFINED);
        FORBIDDEN.put("default", UNDEFINED);
        FORBIDDEN.put("title", EMPTY);
        FORBIDDEN.put("description", EMPTY);
        FORBIDDEN.put("nullable", FALSE);
        FORBIDDEN.put("x-kubernetes-preserve-unknown-fields", FALSE);
        FORBIDDEN.put("x-kubernetes-embedded-resource", FALSE);
        FORBIDDEN.put("x-kubernetes-int-or-string", FALSE);
        FORBIDDEN.put("x-kubernetes-list-map-keys", EMPTY);
        FORBIDDEN.put("x-kubernetes-list-type", UNDEFINED);
        FORBIDDEN.put("x-kubernetes-map-type", UNDEFINED);
        FORBIDDEN.put("x-kubernetes-validations", EMPTY);
    }

    private final FieldErrors errors;

    NestedSchemaRules(FieldErrors errors) {
        this.errors = errors;
    }

    /** The checks of values of a schema; the alternatives of int-or-string are skipped. */
    void values(MapNode schema, boolean skipAnyOf, boolean skipFirstAllOf, String path) {
        if (!skipAnyOf) {
            each(schema, "anyOf", false, path);
        }
        each(schema, "allOf", skipFirstAllOf, path);
        each(schema, "oneOf", false, path);
        MapNode not = Parts.map(schema, "not");
        if (not != null) {
            nested(not, false, Paths.child(path, "not"));
        }
        String pattern = schema.findText("pattern");
        String wrong = pattern.isEmpty() ? null : GoPattern.problem(pattern);
        if (wrong != null) {
            errors.add(FieldError.invalid(
                    Paths.child(path, "pattern"), pattern, "must be a valid regular expression, but isn't: " + wrong));
        }
    }

    private void each(MapNode schema, String field, boolean skipFirst, String path) {
        List<MapNode> schemas = Parts.schemas(schema, field);
        for (int i = 0; i < schemas.size(); i++) {
            nested(schemas.get(i), skipFirst && i == 0, Paths.index(Paths.child(path, field), i));
        }
    }

    private void nested(MapNode schema, boolean skipAnyOf, String path) {
        values(schema, skipAnyOf, false, path);
        MapNode items = Parts.map(schema, "items");
        if (items != null) {
            nested(items, false, Paths.child(path, "items"));
        }
        String properties = Paths.child(path, "properties");
        for (String name : Parts.names(schema, "properties")) {
            nested(Parts.property(schema, "properties", name), false, Paths.key(properties, name));
        }
        FORBIDDEN.forEach((field, words) -> {
            if (isSet(schema, field)) {
                errors.add(FieldError.forbidden(Paths.child(path, field), words));
            }
        });
        if (schema.findMap("properties").has("metadata")) {
            errors.add(FieldError.forbidden(
                    Paths.key(properties, "metadata"), "must not be specified in a nested context"));
        }
    }

    private static boolean isSet(MapNode schema, String field) {
        Node value = schema.get(field);
        if (value == null || value.isNull()) {
            return false;
        }
        if (field.equals("default") || field.startsWith("x-kubernetes-list-type") || field.endsWith("map-type")) {
            return true;
        }
        return value instanceof ScalarNode scalar
                ? !Boolean.FALSE.equals(scalar.value()) && !"".equals(scalar.value())
                : value instanceof MapNode || !schema.findList(field).isEmpty();
    }
}
