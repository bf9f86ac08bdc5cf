package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Searches the schemas of a definition, with all schemas inside them (validation.go, SchemaHas).
 *
 * @param roots the schemas at the top and of the versions
 * @param isComplete whether no version is without one
 */
record SchemaSearch(List<MapNode> roots, boolean isComplete) {

    /** The fields of a schema that hold other schemas: one, a list of them, or a map; in the order in which upstream looks. */
    private static final List<String> FIELDS = List.of(
            "items",
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "properties",
            "additionalProperties",
            "patternProperties",
            "additionalItems",
            "definitions",
            "dependencies");

    private static final Set<String> MAPS = Set.of("properties", "patternProperties", "definitions", "dependencies");

    /** The schemas of an internal spec. */
    static SchemaSearch ofSpec(MapNode spec) {
        List<MapNode> roots = new ArrayList<>();
        MapNode common = Parts.map(spec.findMap("validation"), "openAPIV3Schema");
        if (common != null) {
            roots.add(common);
        }
        boolean complete = true;
        for (Node version : spec.findList("versions")) {
            MapNode own = Parts.map(version.findMap("schema"), "openAPIV3Schema");
            if (own != null) {
                roots.add(own);
            } else {
                complete &= common != null;
            }
        }
        return new SchemaSearch(roots, complete);
    }

    /** The schema that a version has, its own or the common one; empty when there is none. */
    static MapNode schemaOf(MapNode spec, String version) {
        for (Node candidate : spec.findList("versions")) {
            if (candidate.findText("name").equals(version) && Parts.has(candidate, "schema")) {
                return candidate.findMap("schema", "openAPIV3Schema");
            }
        }
        return spec.findMap("validation", "openAPIV3Schema");
    }

    boolean any(Predicate<MapNode> condition) {
        return roots.stream().anyMatch(root -> any(root, condition));
    }

    /** Whether a schema or one inside it meets a condition. */
    static boolean any(MapNode schema, Predicate<MapNode> condition) {
        boolean[] found = {false};
        visit(schema, inner -> found[0] |= !found[0] && condition.test(inner));
        return found[0];
    }

    /** Calls the action with a schema and all inside it. */
    static void visit(MapNode schema, Consumer<MapNode> action) {
        action.accept(schema);
        for (String field : FIELDS) {
            Node inner = schema.get(field);
            if (inner instanceof MapNode map && MAPS.contains(field)) {
                inside(map.values(), action);
            } else if (inner instanceof MapNode map) {
                visit(map, action);
            } else if (inner instanceof ListNode list) {
                inside(list.items(), action);
            }
        }
    }

    private static void inside(List<Node> schemas, Consumer<MapNode> action) {
        for (Node inner : schemas) {
            if (inner instanceof MapNode map) {
                visit(map, action);
            }
        }
    }
}
