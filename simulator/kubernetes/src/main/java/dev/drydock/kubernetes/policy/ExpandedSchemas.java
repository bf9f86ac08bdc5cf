package dev.drydock.kubernetes.policy;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schemas of built-in kinds with what they refer to in place (apiserver, pkg/cel/openapi/resolver/refs.go). */
final class ExpandedSchemas {

    private final Map<String, Node> expanded = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    /** A schema that refers to itself, which has no end. */
    private static final class Endless extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The schema of a kind, or null where it is not built in or has no end. */
    @Nullable
    Node of(GroupVersionKind kind) {
        String name = SchemaTypes.definitionOf(kind).orElse(null);
        try {
            return name == null ? null : definition(name);
        } catch (Endless e) {
            return null;
        }
    }

    /** A schema of a custom kind: its metadata are those of every object. */
    MapNode ofCustom(MapNode schema) {
        try {
            Node metadata = definition("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");
            MapNode text = MapNode.of("type", "string");
            MapNode properties = schema.findMap("properties")
                    .with("metadata", metadata)
                    .with("kind", text)
                    .with("apiVersion", text);
            return schema.with("properties", properties);
        } catch (Endless e) {
            return schema;
        }
    }

    private Node definition(String name) throws Endless {
        Node known = expanded.get(name);
        if (known != null) {
            return known;
        }
        if (!open.add(name)) {
            throw new Endless();
        }
        Node result = expand(SchemaTypes.definition(name).orElse(MapNode.EMPTY));
        open.remove(name);
        expanded.put(name, result);
        return result;
    }

    private Node expand(Node node) throws Endless {
        if (node instanceof ListNode || !(node instanceof MapNode schema)) {
            return node;
        }
        String reference = SchemaTypes.referenceOf(schema).orElse(null);
        if (reference != null) {
            Node target = definition(reference);
            Node otherwise = schema.get("default");
            return otherwise != null && target instanceof MapNode map ? map.with("default", otherwise) : target;
        }
        MapNode result = schema;
        MapNode properties = schema.findMap("properties");
        if (!properties.isEmpty()) {
            MapNode.Builder builder = MapNode.builder();
            for (String key : properties.keys()) {
                builder.put(key, expand(properties.findMap(key)));
            }
            result = result.with("properties", builder.build());
        }
        for (String key : new String[] {"items", "additionalProperties"}) {
            if (schema.get(key) instanceof MapNode part) {
                result = result.with(key, expand(part));
            }
        }
        return result;
    }
}
