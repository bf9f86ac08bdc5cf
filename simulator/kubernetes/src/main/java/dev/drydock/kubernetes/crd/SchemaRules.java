package dev.drydock.kubernetes.crd;

import dev.drydock.cel.cost.Range;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema and all inside it (validation.go, ValidateCustomResourceDefinitionOpenAPISchema). What is wrong with expressions comes
 * after what is wrong with schemas.
 */
final class SchemaRules {

    private static final List<String> META = List.of("metadata", "kind", "apiVersion");

    /**
     * Where a schema stands.
     *
     * @param noDefaults why it may have no default, empty when it may
     * @param insideMeta whether it describes a part of type or metadata
     * @param uncorrelated the first schema above whose parts have no older value, null without one
     * @param compiled whether expressions are compiled here
     * @param cardinality how often a value of the schema can stand in an object, unsigned; null without a limit
     */
    private record Place(
            String noDefaults,
            boolean insideMeta,
            @Nullable String uncorrelated,
            boolean compiled,
            @Nullable Long cardinality) {

        Place withoutDefaults(String reason) {
            return new Place(reason, insideMeta, uncorrelated, compiled, cardinality);
        }

        Place asMeta() {
            return new Place(noDefaults, true, uncorrelated, compiled, cardinality);
        }

        Place uncorrelatedBelow(String path) {
            return uncorrelated != null ? this : new Place(noDefaults, insideMeta, path, compiled, cardinality);
        }

        /** Inside alternatives nothing is compiled. */
        Place withoutRules() {
            return new Place(noDefaults, insideMeta, uncorrelated, false, cardinality);
        }

        /** The place of parts of a schema, of which there can be as many as it says. */
        Place parts(MapNode schema) {
            Long most = mostParts(schema);
            Long all = cardinality == null || most == null ? null : (Long) Range.multiply(cardinality, most);
            return new Place(noDefaults, insideMeta, uncorrelated, compiled, all);
        }

        private static @Nullable Long mostParts(MapNode schema) {
            boolean isMap = schema.findText("type").equals("object") && Parts.has(schema, "additionalProperties");
            if (!isMap && !schema.findText("type").equals("array")) {
                return 1L;
            }
            Long most = schema.findLong(isMap ? "maxProperties" : "maxItems");
            return most == null ? null : Math.max(0, most);
        }
    }

    private final DefinitionOptions options;
    private final boolean cheap;
    private final FieldErrors schemaErrors = new FieldErrors();
    private final FieldErrors ruleErrors = new FieldErrors();
    private final RuleCosts costs = new RuleCosts();

    SchemaRules(DefinitionOptions options, boolean cheap) {
        this.options = options;
        this.cheap = cheap;
    }

    /** What is wrong; expressions are compiled only when the schema is sound so far. */
    FieldErrors check(MapNode schema, String path, boolean sound) {
        schema(schema, path, new Place("", false, null, sound, 1L), true);
        return new FieldErrors().addAll(schemaErrors).addAll(ruleErrors);
    }

    /** Errors about what all rules cost together. */
    FieldErrors totalCost(String path) {
        return costs.errors(path);
    }

    private void schema(MapNode schema, String path, Place place, boolean isRoot) {
        int before = schemaErrors.list().size();
        standard(schema, path, place);
        if (schema.isTrue("uniqueItems")) {
            schemaErrors.add(FieldError.forbidden(
                    Paths.child(path, "uniqueItems"),
                    "uniqueItems cannot be set to true since the runtime complexity becomes quadratic"));
        }
        additional(schema, path, place);
        properties(schema, path, place, isRoot);
        Place alternative = place.withoutRules();
        inside(schema, "not", path, alternative);
        for (String field : List.of("allOf", "oneOf", "anyOf")) {
            List<MapNode> schemas = Parts.schemas(schema, field);
            for (int i = 0; i < schemas.size(); i++) {
                schema(schemas.get(i), Paths.index(Paths.child(path, field), i), alternative, false);
            }
        }
        named(schema, "definitions", path, alternative);
        items(schema, path, place);
        named(schema, "dependencies", path, alternative);
        if (Structure.isFalse(schema, "x-kubernetes-preserve-unknown-fields")) {
            schemaErrors.add(FieldError.invalid(
                    Paths.child(path, "x-kubernetes-preserve-unknown-fields"), false, "must be true or undefined"));
        }
        ListSchemaRules.check(schema, path, options, schemaErrors);
        RuleShapeRules.check(schema, path, schemaErrors);
        boolean hasRules = !schema.findList(RuleShapeRules.RULES).isEmpty();
        if (hasRules && place.compiled() && schemaErrors.list().size() == before) {
            rules(schema, path, place, isRoot || schema.isTrue("x-kubernetes-embedded-resource"));
        }
    }

    private void rules(MapNode schema, String path, Place place, boolean isResource) {
        String at = Paths.child(path, RuleShapeRules.RULES);
        RuleCompiler compiler = RuleCompiler.of(schema, isResource);
        if (compiler == null) {
            ruleErrors.add(FieldError.internal(
                    at,
                    "internal error: failed to construct type information for x-kubernetes-validations rules: unable to"
                            + " convert structural schema to CEL declarations"));
            return;
        }
        Long cardinality = place.cardinality();
        long times = cardinality == null ? compiler.maxCardinality() : cardinality;
        List<SchemaRule> rules = compiler.compile();
        for (int i = 0; i < rules.size(); i++) {
            rule(rules.get(i), Paths.index(at, i), Range.multiply(rules.get(i).maxCost(), times), place.uncorrelated());
        }
    }

    private void rule(SchemaRule rule, String path, long cost, @Nullable String uncorrelated) {
        expression("estimated rule cost", path + ".rule", cost);
        if (rule.error() != null) {
            ruleErrors.add(GoForm.invalid(path + ".rule", GoForm.rule(rule.rule()), rule.error()));
        }
        if (rule.messageError() != null) {
            ruleErrors.add(GoForm.invalid(path + ".messageExpression", GoForm.rule(rule.rule()), rule.messageError()));
        } else if (rule.message() != null) {
            expression("estimated messageExpression cost", path + ".messageExpression", rule.messageCost());
        }
        if (rule.usesOldSelf() && uncorrelated != null) {
            ruleErrors.add(FieldError.invalid(
                    path + ".rule",
                    rule.rule().findText("rule"),
                    "oldSelf cannot be used on the uncorrelatable portion of the schema within " + uncorrelated));
        } else if (!rule.usesOldSelf() && Parts.has(rule.rule(), "optionalOldSelf")) {
            ruleErrors.add(FieldError.invalid(
                    path + ".optionalOldSelf",
                    rule.rule().find("optionalOldSelf"),
                    "may not be set if oldSelf is not used in rule"));
        }
    }

    private void expression(String what, String path, long cost) {
        if (!cheap && RuleCosts.isTooMuch(cost)) {
            ruleErrors.add(FieldError.forbidden(path, RuleCosts.words(what, cost)));
        }
        costs.observe(path, cost);
    }

    private void inside(MapNode schema, String field, String path, Place place) {
        MapNode inner = Parts.map(schema, field);
        if (inner != null) {
            schema(inner, Paths.child(path, field), place, false);
        }
    }

    private void named(MapNode schema, String field, String path, Place place) {
        for (String name : Parts.names(schema, field)) {
            if (schema.findMap(field).get(name) instanceof MapNode inner) {
                schema(inner, Paths.key(Paths.child(path, field), name), place, false);
            }
        }
    }

    private void additional(MapNode schema, String path, Place place) {
        Node additional = schema.get("additionalProperties");
        if (additional == null || additional.isNull()) {
            return;
        }
        boolean anything = additional.equals(Node.of(true));
        if (!schema.findMap("properties").isEmpty() && !anything) {
            schemaErrors.add(FieldError.forbidden(
                    Paths.child(path, "additionalProperties"),
                    "additionalProperties and properties are mutual exclusive"));
        }
        Place below = place.insideMeta()
                ? place.withoutDefaults("inside additionalProperties applying to object metadata")
                : place;
        inside(schema, "additionalProperties", path, below.parts(schema));
    }

    private void properties(MapNode schema, String path, Place place, boolean isRoot) {
        for (String name : Parts.names(schema, "properties")) {
            Place below = isCorrelatable(schema) ? place : place.uncorrelatedBelow(path);
            boolean isResource = isRoot || schema.isTrue("x-kubernetes-embedded-resource");
            if (isResource && META.contains(name)) {
                below = below.asMeta();
                below = isRoot ? below.withoutDefaults("in top-level " + name) : below;
            }
            schema(
                    Parts.property(schema, "properties", name),
                    Paths.key(Paths.child(path, "properties"), name),
                    below.parts(schema),
                    false);
        }
    }

    /** Maps keep their identity whether they change as a whole or in parts. */
    private static boolean isCorrelatable(MapNode schema) {
        String mapType = schema.findText("x-kubernetes-map-type");
        return mapType.isEmpty() || mapType.equals("granular") || mapType.equals("atomic");
    }

    private void items(MapNode schema, String path, Place place) {
        boolean isMap = schema.findText("x-kubernetes-list-type").equals("map");
        Place below = (isMap ? place : place.uncorrelatedBelow(path)).parts(schema);
        String at = Paths.child(path, "items");
        Node items = schema.get("items");
        if (items instanceof MapNode single) {
            schema(single, at, below, false);
        } else if (items instanceof ListNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof MapNode item) {
                    schema(item, Paths.index(at, i), below, false);
                }
            }
        }
    }

    /** Keywords that JSON schema has and definitions do not (validation.go, specStandardValidatorV3). */
    private void standard(MapNode schema, String path, Place place) {
        String type = schema.findText("type");
        if (options.validTypes() && Structure.hasInvalidType(schema)) {
            schemaErrors.add(FieldError.notSupported(
                    Paths.child(path, "type"),
                    type,
                    Structure.TYPES.stream().sorted().toList()));
        }
        if (Parts.has(schema, "default") && !place.noDefaults().isEmpty()) {
            schemaErrors.add(
                    FieldError.forbidden(Paths.child(path, "default"), "must not be set " + place.noDefaults()));
        }
        if (!schema.findText("id").isEmpty()) {
            unsupported("id", path);
        }
        if (Parts.has(schema, "additionalItems")) {
            unsupported("additionalItems", path);
        }
        for (String field : List.of("patternProperties", "definitions")) {
            if (!schema.findMap(field).isEmpty()) {
                unsupported(field, path);
            }
        }
        for (String field : List.of("dependencies", "$ref")) {
            if (Parts.has(schema, field)) {
                unsupported(field, path);
            }
        }
        if (type.equals("null")) {
            schemaErrors.add(FieldError.forbidden(
                    Paths.child(path, "type"), "type cannot be set to null, use nullable as an alternative"));
        }
        if (!schema.findList("items").isEmpty()) {
            schemaErrors.add(
                    FieldError.forbidden(Paths.child(path, "items"), "items must be a schema object and not an array"));
        }
        if (place.insideMeta() && schema.isTrue("x-kubernetes-embedded-resource")) {
            schemaErrors.add(FieldError.forbidden(
                    Paths.child(path, "x-kubernetes-embedded-resource"), "must not be used inside of resource meta"));
        }
    }

    private void unsupported(String field, String path) {
        schemaErrors.add(FieldError.forbidden(Paths.child(path, field), field + " is not supported"));
    }
}
