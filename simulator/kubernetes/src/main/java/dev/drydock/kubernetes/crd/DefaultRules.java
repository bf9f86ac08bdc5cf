package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Defaults must be what an object may hold (apiextensions-apiserver, pkg/apiserver/schema/defaulting/validation.go). */
final class DefaultRules {

    private static final String EMBEDDED = "x-kubernetes-embedded-resource";
    private static final Set<String> META = Set.of("metadata", "apiVersion", "kind");

    private final FieldErrors errors = new FieldErrors();
    private final boolean pruned;

    private DefaultRules(boolean pruned) {
        this.pruned = pruned;
    }

    /** What is wrong with the defaults in a structural schema; {@code pruned} demands that they hold known fields only. */
    static FieldErrors check(MapNode schema, String path, boolean pruned) {
        DefaultRules rules = new DefaultRules(pruned);
        MapNode root = schema.with(EMBEDDED, true);
        rules.schema(root, root, path, value -> value, false);
        return rules.errors;
    }

    /** Whether a structural schema has only defaults of known fields; one that cannot be read counts as such. */
    static boolean isPruned(MapNode schema) {
        boolean[] pruned = {true};
        SchemaSearch.visit(schema, inner -> {
            Node standard = inner.get("default");
            if (standard != null && !standard.isNull()) {
                pruned[0] &=
                        new Pruning(new ArrayList<>()).value(standard, inner).equals(standard);
            }
        });
        return pruned[0];
    }

    /**
     * Checks a schema and those inside it.
     *
     * @param root the schema of the object around
     * @param around puts a value into the object around
     * @param insideMeta whether the schema describes a part of type or metadata
     */
    private void schema(MapNode schema, MapNode root, String path, UnaryOperator<Node> around, boolean insideMeta) {
        boolean embedded = schema.isTrue(EMBEDDED);
        boolean inside = insideMeta && !embedded;
        MapNode resource = embedded ? schema : root;
        UnaryOperator<Node> put = embedded ? value -> value : around;
        Node standard = schema.get("default");
        if (standard != null && !standard.isNull()) {
            value(standard, schema, resource, Paths.child(path, "default"), put, inside);
        }
        if (schema.get("items") instanceof MapNode items) {
            schema(
                    items,
                    resource,
                    Paths.child(path, "items"),
                    value -> put.apply(ListNode.of(List.of(value))),
                    inside);
        }
        for (String name : Parts.names(schema, "properties")) {
            schema(
                    Parts.property(schema, "properties", name),
                    resource,
                    Paths.key(Paths.child(path, "properties"), name),
                    value -> put.apply(MapNode.of(name, value)),
                    inside || (embedded && META.contains(name)));
        }
    }

    private void value(
            Node value, MapNode schema, MapNode root, String path, UnaryOperator<Node> around, boolean insideMeta) {
        if (insideMeta) {
            Node object = around.apply(value);
            MapNode typed = (object instanceof MapNode map ? map : MapNode.EMPTY);
            typed = typed.has("kind") ? typed : typed.with("kind", "Validation");
            typed = typed.has("apiVersion") ? typed : typed.with("apiVersion", "validation/v1");
            MapNode resource = root.with(EMBEDDED, true);
            FieldErrors wrong = resources(typed, resource, "", true);
            if (!wrong.isEmpty()) {
                errors.add(FieldError.invalid(path, value, "must result in valid metadata: " + wrong.message()));
            } else {
                errors.addAll(values(value, schema, path, false));
            }
            return;
        }
        if (pruned && !new Pruning(new ArrayList<>()).value(value, schema).equals(value)) {
            errors.add(FieldError.invalid(path, value, "must not have unknown fields"));
        }
        FieldErrors wrong = resources(value, schema, path, schema.isTrue(EMBEDDED));
        errors.addAll(wrong.isEmpty() ? values(value, schema, path, schema.isTrue(EMBEDDED)) : wrong);
    }

    private static FieldErrors resources(Node value, MapNode schema, String path, boolean isResource) {
        FieldError unreadable = EmbeddedMetadata.problem(value, schema, path);
        return unreadable == null
                ? EmbeddedResources.validate(value, schema, path, isResource)
                : new FieldErrors().add(unreadable);
    }

    /** The value in the eyes of schema and rules: one that stays as it is, and a new one. */
    private static FieldErrors values(Node value, MapNode schema, String path, boolean isResource) {
        FieldErrors wrong = SchemaValidation.validateDefault(value, schema, path);
        RuleTree rules = RuleTree.of(schema, isResource);
        if (!wrong.isEmpty() || rules.isEmpty()) {
            return wrong;
        }
        wrong = RuleRun.of(rules, value, value, null, path, warning -> {});
        return wrong.isEmpty() ? RuleRun.of(rules, value, null, null, path, warning -> {}) : wrong;
    }
}
