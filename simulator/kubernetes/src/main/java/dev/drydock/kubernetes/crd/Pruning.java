package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Drops what a structural schema does not declare (apiextensions-apiserver/pkg/apiserver/schema/pruning). */
final class Pruning {

    private static final Set<String> TYPE = Set.of("apiVersion", "kind", "metadata");

    private final List<String> unknown;

    Pruning(List<String> unknown) {
        this.unknown = unknown;
    }

    MapNode root(MapNode object, MapNode schema) {
        return map(object, schema, "", true);
    }

    /** A value that need not be an object. */
    Node value(Node value, MapNode schema) {
        return pruned(value, schema, "");
    }

    private Node pruned(Node value, MapNode schema, String path) {
        if (value instanceof MapNode map) {
            return map(map, schema, path, schema.isTrue("x-kubernetes-embedded-resource"));
        }
        boolean described = schema.get("items") instanceof MapNode;
        if (value instanceof ListNode list && (described || !schema.isTrue("x-kubernetes-preserve-unknown-fields"))) {
            MapNode items = schema.findMap("items");
            List<Node> pruned = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                pruned.add(pruned(list.get(i), items, path + "[" + i + "]"));
            }
            return pruned.equals(list.items()) ? list : ListNode.of(pruned);
        }
        return value;
    }

    private MapNode map(MapNode map, MapNode schema, String path, boolean isResource) {
        MapNode properties = schema.findMap("properties");
        Node additional = schema.get("additionalProperties");
        boolean preserve = schema.isTrue("x-kubernetes-preserve-unknown-fields");
        return map.map((key, value) -> {
            if (isResource && TYPE.contains(key)) {
                return value;
            }
            String at = path.isEmpty() ? key : path + "." + key;
            if (properties.get(key) instanceof MapNode property) {
                return pruned(value, property, at);
            }
            if (additional instanceof MapNode element) {
                return pruned(value, element, at);
            }
            if (schema.isTrue("additionalProperties")) {
                return pruned(value, MapNode.EMPTY, at); // anything, of which nothing more is known
            }
            if (preserve) {
                return value;
            }
            unknown.add("unknown field \"" + at + "\"");
            return null;
        });
    }
}
