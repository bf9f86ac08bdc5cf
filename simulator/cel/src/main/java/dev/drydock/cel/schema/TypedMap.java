package dev.drydock.cel.schema;

import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object whose fields a schema knows, or a map whose values a schema types.
 *
 * @param properties the schemas of fields; null for a map
 * @param values the schema of a map's values; null where there is none
 */
record TypedMap(
        MapNode node,
        @Nullable MapNode properties,
        @Nullable Node values) implements MapValue {

    private static final Node TEXT = Node.of(Map.of("type", "string"));
    private static final MapNode TYPE_AND_META = (MapNode) Node.of(Map.of(
            "kind",
            TEXT,
            "apiVersion",
            TEXT,
            "metadata",
            Map.of("type", "object", "properties", Map.of("name", TEXT, "generateName", TEXT))));

    static TypedMap of(MapNode node, Node schema) {
        MapNode properties = schema.find("properties") instanceof MapNode map ? map : null;
        if (schema.isTrue("x-kubernetes-embedded-resource")) {
            return new TypedMap(node, withTypeAndMeta(properties == null ? MapNode.EMPTY : properties), null);
        }
        if (properties != null) {
            return new TypedMap(node, properties, null);
        }
        Node additional = schema.find("additionalProperties");
        return new TypedMap(node, null, additional instanceof MapNode ? additional : null);
    }

    /** The schema of an embedded resource always has what every resource has. */
    static MapNode withTypeAndMeta(MapNode properties) {
        MapNode.Builder all = MapNode.builder();
        TYPE_AND_META.forEach((name, schema) -> {
            if (!properties.has(name)) {
                all.put(name, schema);
            }
        });
        return all.putAll(properties).build();
    }

    private @Nullable Node schema(String key) {
        return properties == null ? values : properties.get(key);
    }

    @Override
    public int size() {
        return node.size();
    }

    @Override
    public @Nullable Value find(Value key) {
        if (!(key instanceof Scalar.Text text)) {
            return null;
        }
        String name = properties == null ? text.value() : FieldNames.unescape(text.value());
        Node value = name == null ? null : node.get(name);
        Node schema = name == null ? null : schema(name);
        if (value == null || schema == null || properties != null && value.isNull()) {
            return null;
        }
        return TypedValues.of(value, schema);
    }

    @Override
    public Iterable<Value> keys() {
        List<Value> keys = new ArrayList<>();
        for (String name : node.keys()) {
            if (schema(name) != null) {
                String written = properties == null ? name : FieldNames.escape(name);
                keys.add(Scalar.of(written == null ? name : written));
            }
        }
        return keys;
    }
}
