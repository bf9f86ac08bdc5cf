package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Set;

/** What schemas must be so that the server can work with them (apiserver/schema/convert.go). */
final class Structure {

    static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean", "array", "object");

    /** Fields that no structural schema can have. */
    private static final List<String> UNSUPPORTED =
            List.of("id", "$schema", "$ref", "patternProperties", "dependencies", "additionalItems", "definitions");

    private Structure() {}

    /** Whether a schema can be read as a structural one, which says nothing about its being one. */
    static boolean isReadable(MapNode schema) {
        return !SchemaSearch.any(schema, Structure::hasUnsupported);
    }

    private static boolean hasUnsupported(MapNode schema) {
        for (String field : UNSUPPORTED) {
            Node value = schema.get(field);
            boolean empty = value == null
                    || value.isNull()
                    || (value instanceof MapNode map && map.isEmpty())
                    || (value instanceof dev.drydock.yaml.ScalarNode
                            && schema.findText(field).isEmpty()
                            && !schema.isTrue(field));
            if (!empty || (field.equals("additionalItems") && value != null && !value.isNull())) {
                return true;
            }
        }
        return !schema.findList("items").isEmpty() || isFalse(schema, "x-kubernetes-preserve-unknown-fields");
    }

    static boolean isFalse(MapNode schema, String field) {
        return Parts.has(schema, field) && !schema.isTrue(field);
    }

    static boolean isStructural(MapNode schema) {
        return isReadable(schema) && errors(schema, "").isEmpty();
    }

    /** What keeps a readable schema from being structural, sorted by text. */
    static FieldErrors errors(MapNode schema, String path) {
        FieldErrors found = new FieldErrors();
        StructuralRules.check(schema, path, found);
        StructuralCompleteness.check(schema, path, found);
        FieldErrors sorted = new FieldErrors();
        found.list().stream()
                .sorted(java.util.Comparator.comparing(Object::toString))
                .forEach(sorted::add);
        return sorted;
    }

    /** Whether a schema uses what only structural schemas have. */
    static boolean hasExtension(MapNode schema) {
        return schema.isTrue("x-kubernetes-embedded-resource")
                || Parts.has(schema, "x-kubernetes-preserve-unknown-fields")
                || schema.isTrue("x-kubernetes-int-or-string")
                || !schema.findList("x-kubernetes-list-map-keys").isEmpty()
                || Parts.has(schema, "x-kubernetes-list-type")
                || !schema.findList("x-kubernetes-validations").isEmpty();
    }

    static boolean hasInvalidType(MapNode schema) {
        String type = schema.findText("type");
        return !type.isEmpty() && !TYPES.contains(type);
    }
}
