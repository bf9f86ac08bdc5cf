package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/** What a structural schema is (apiserver/schema/validation.go, validateStructuralInvariants). */
final class StructuralRules {

    private static final String EMBEDDED = "x-kubernetes-embedded-resource";
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
    private static final String INT_OR_STRING = "x-kubernetes-int-or-string";
    private static final String NEEDS_OBJECT = "must be object if x-kubernetes-embedded-resource is true";

    private static final List<MapNode> INTEGER_STRING =
            List.of(MapNode.of("type", "integer"), MapNode.of("type", "string"));

    /** Where a schema stands; what is said when it has no type. */
    private enum Level {
        ROOT("must not be empty at the root"),
        ITEM("must not be empty for specified array items"),
        FIELD("must not be empty for specified object fields");

        private final String untyped;

        Level(String untyped) {
            this.untyped = untyped;
        }
    }

    private final FieldErrors errors;

    private StructuralRules(FieldErrors errors) {
        this.errors = errors;
    }

    static void check(MapNode schema, String path, FieldErrors errors) {
        new StructuralRules(errors).schema(schema, Level.ROOT, path);
    }

    private void schema(MapNode schema, Level level, String path) {
        String type = schema.findText("type");
        boolean embedded = schema.isTrue(EMBEDDED);
        MapNode items = Parts.map(schema, "items");
        if (type.equals("array") && items == null) {
            errors.add(FieldError.required(Paths.child(path, "items"), "must be specified"));
        }
        if (items != null) {
            schema(items, Level.ITEM, Paths.child(path, "items"));
        }
        String properties = Paths.child(path, "properties");
        for (String name : Parts.names(schema, "properties")) {
            schema(Parts.property(schema, "properties", name), Level.FIELD, Paths.key(properties, name));
        }
        String additionalPath = Paths.child(path, "additionalProperties");
        if (Parts.has(schema, "additionalProperties")) {
            if (level == Level.ROOT) {
                errors.add(FieldError.forbidden(additionalPath, "must not be used at the root"));
            }
            MapNode additional = Parts.map(schema, "additionalProperties");
            if (additional != null) {
                schema(additional, Level.FIELD, additionalPath);
            }
        }
        extensions(schema, path);
        List<MapNode> allOf = Parts.schemas(schema, "allOf");
        boolean skipFirst = !allOf.isEmpty() && isIntegerOrString(allOf.get(0));
        new NestedSchemaRules(errors).values(schema, isIntegerOrString(schema), skipFirst, path);
        if (embedded && !type.equals("object")) {
            errors.add(
                    type.isEmpty()
                            ? FieldError.required(Paths.child(path, "type"), NEEDS_OBJECT)
                            : FieldError.invalid(Paths.child(path, "type"), type, NEEDS_OBJECT));
        } else if (type.isEmpty() && !schema.isTrue(INT_OR_STRING) && !schema.isTrue(PRESERVE)) {
            errors.add(FieldError.required(Paths.child(path, "type"), level.untyped));
        }
        if (embedded && Parts.has(schema, "additionalProperties")) {
            errors.add(
                    FieldError.forbidden(additionalPath, "must not be used if x-kubernetes-embedded-resource is set"));
        }
        if (level == Level.ROOT && !type.isEmpty() && !type.equals("object")) {
            errors.add(FieldError.invalid(Paths.child(path, "type"), type, "must be object at the root"));
        }
        metadata(schema, level, path);
        if (embedded && !schema.isTrue(PRESERVE) && schema.findMap("properties").isEmpty()) {
            errors.add(FieldError.required(
                    properties,
                    "must not be empty if x-kubernetes-embedded-resource is true without"
                            + " x-kubernetes-preserve-unknown-fields"));
        }
    }

    /** An alternative of exactly integer and string, which int-or-string may have. */
    private static boolean isIntegerOrString(MapNode schema) {
        return Parts.schemas(schema, "anyOf").equals(INTEGER_STRING);
    }

    private void extensions(MapNode schema, String path) {
        if (schema.isTrue(INT_OR_STRING)) {
            for (String other : List.of(PRESERVE, EMBEDDED)) {
                if (schema.isTrue(other)) {
                    errors.add(FieldError.invalid(
                            Paths.child(path, other), true, "must be false if x-kubernetes-int-or-string is true"));
                }
            }
        }
    }

    /** Type and metadata of objects are known; schemas may only narrow them a little. */
    private void metadata(MapNode schema, Level level, String path) {
        boolean checked = level == Level.ROOT || schema.isTrue(EMBEDDED);
        MapNode properties = schema.findMap("properties");
        String at = Paths.child(path, "properties");
        for (String name : List.of("kind", "apiVersion")) {
            String type = Parts.property(schema, "properties", name).findText("type");
            if (checked && properties.has(name) && !type.equals("string")) {
                errors.add(FieldError.invalid(Paths.key(at, name) + ".type", type, "must be string"));
            }
        }
        if (!properties.has("metadata")) {
            return;
        }
        MapNode metadata = Parts.property(schema, "properties", "metadata");
        String metadataPath = Paths.key(at, "metadata");
        if (checked && !metadata.findText("type").equals("object")) {
            errors.add(FieldError.invalid(metadataPath + ".type", metadata.findText("type"), "must be object"));
        }
        if (level == Level.ROOT && !isNarrow(metadata)) {
            errors.add(FieldError.forbidden(
                    metadataPath,
                    "must not specify anything other than name and generateName, but metadata is implicitly"
                            + " specified"));
        }
    }

    private static boolean isNarrow(MapNode metadata) {
        boolean names = Set.of("name", "generateName")
                .containsAll(metadata.findMap("properties").keys());
        MapNode rest = metadata.without(List.of("type", "default"));
        rest = names ? rest.without("properties") : rest;
        return rest.values().stream().allMatch(value -> ScalarNode.NULL.equals(value) || isZero(value));
    }

    private static boolean isZero(dev.drydock.yaml.Node value) {
        return value instanceof ScalarNode scalar
                && (Boolean.FALSE.equals(scalar.value()) || "".equals(scalar.value()));
    }
}
