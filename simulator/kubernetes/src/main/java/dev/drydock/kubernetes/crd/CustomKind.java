package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One version of a kind that a CustomResourceDefinition declares: prunes, defaults and validates its objects
 * (apiextensions-apiserver, pkg/apiserver/schema and pkg/registry/customresource).
 */
public final class CustomKind {

    private static final MapNode NO_SCHEMA = MapNode.of("x-kubernetes-preserve-unknown-fields", true);

    private final MapNode schema;
    private final MapNode scale;

    private CustomKind(MapNode schema, MapNode scale) {
        this.schema = schema;
        this.scale = scale;
    }

    /** A version of a definition; everything is kept of a version without a schema. */
    public static CustomKind of(MapNode definition, String version) {
        for (Node candidate : definition.findList("spec", "versions")) {
            if (version.equals(candidate.findString("name"))) {
                MapNode schema = candidate.findMap("schema", "openAPIV3Schema");
                return new CustomKind(
                        schema.isEmpty() ? NO_SCHEMA : schema, candidate.findMap("subresources", "scale"));
            }
        }
        return new CustomKind(NO_SCHEMA, MapNode.EMPTY);
    }

    /** The object without fields that the schema does not have; their paths are added to the list, sorted. */
    public MapNode pruned(MapNode object, List<String> unknown) {
        List<String> found = new ArrayList<>();
        MapNode pruned = new Pruning(found).root(object, schema);
        found.stream().sorted().forEach(unknown::add);
        return pruned;
    }

    /**
     * The same of an object that somebody sent: objects inside it have their metadata read, too.
     *
     * @throws dev.drydock.kubernetes.decode.DecodingException when that cannot be read
     */
    public MapNode read(MapNode object, List<String> unknown) {
        MapNode pruned = pruned((MapNode) withDoubles(object), unknown);
        List<String> found = new ArrayList<>();
        MapNode read = (MapNode) new EmbeddedMetadata(found).read(pruned, schema);
        found.stream().sorted().forEach(unknown::add);
        return read;
    }

    /** Integers beyond those of 64 bits are read as fractions (apimachinery, pkg/util/json). */
    private static Node withDoubles(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> withDoubles(value));
        }
        if (node instanceof ListNode list) {
            return list.map(CustomKind::withDoubles);
        }
        return node instanceof ScalarNode scalar && scalar.value() instanceof BigInteger big
                ? Node.of(big.doubleValue())
                : node;
    }

    /** The object with defaults, and without nulls where the schema allows none. */
    public MapNode defaulted(MapNode object) {
        return (MapNode) Defaulting.fill(object, schema, true);
    }

    /** The object with defaults; nulls stay what they are. */
    public MapNode defaultedKeepingNulls(MapNode object) {
        return (MapNode) Defaulting.fill(object, schema, false);
    }

    /**
     * What is wrong with an object, its metadata aside.
     *
     * @param old the stored object, null for a new one; what did not change is not complained about
     * @param warnings hears of broken rules that are tolerated because their values did not change
     */
    public FieldErrors validate(MapNode object, @Nullable MapNode old, Consumer<String> warnings) {
        Correlation correlation = old == null ? null : new Correlation(object, old, schema);
        FieldErrors errors = SchemaValidation.validate(object, correlation, schema, "");
        errors.addAll(ScaleRules.ofSpec(object, scale)).addAll(ScaleRules.ofStatus(object, scale));
        errors.addAll(EmbeddedResources.validate(object, schema, "", false));
        return withRules(errors.addAll(listTypes(object, old)), object, old, warnings);
    }

    /** What is wrong with an object of which only the status may have changed, its metadata aside. */
    public FieldErrors validateStatus(MapNode object, MapNode old, Consumer<String> warnings) {
        FieldErrors errors = new FieldErrors();
        Node status = object.get("status");
        if (status != null && schema.findMap("properties").get("status") instanceof MapNode statusSchema) {
            Correlation correlation = new Correlation(object, old, schema).key("status");
            errors.addAll(SchemaValidation.validate(status, correlation, statusSchema, "status"));
        }
        errors.addAll(ScaleRules.ofStatus(object, scale));
        return withRules(errors.addAll(listTypes(object, old)), object, old, warnings);
    }

    /** Repeated items are complained about unless the old object had repeated items too. */
    private FieldErrors listTypes(MapNode object, @Nullable MapNode old) {
        boolean broken = old != null && !ListTypes.validate(old, schema).isEmpty();
        return broken ? new FieldErrors() : ListTypes.validate(object, schema);
    }

    private FieldErrors withRules(
            FieldErrors errors, MapNode object, @Nullable MapNode old, Consumer<String> warnings) {
        RuleTree rules = RuleTree.ofResource(schema);
        if (rules.isEmpty()) {
            return errors;
        }
        if (errors.list().stream().anyMatch(CustomKind::isBlocking)) {
            return errors.add(FieldError.invalid(
                    "<nil>",
                    null,
                    "some validation rules were not checked because the object was invalid; correct the existing errors to"
                            + " complete validation"));
        }
        Correlation correlation = old == null ? null : new Correlation(object, old, schema);
        return errors.addAll(RuleRun.of(rules, object, old, correlation, "", warnings));
    }

    /** After such errors rules are not evaluated (registry/customresource/strategy.go, hasBlockingErr). */
    private static boolean isBlocking(FieldError error) {
        return switch (error.reason()) {
            case "FieldValueNotSupported",
                    "FieldValueRequired",
                    "FieldValueTooLong",
                    "FieldValueTooMany",
                    "FieldValueTypeInvalid" -> true;
            default -> false;
        };
    }
}
