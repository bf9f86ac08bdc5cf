package dev.drydock.kubernetes.schema;

import dev.drydock.yaml.MapNode;

/**
 * The schema of a custom kind as the server publishes it for apply: metadata is the built-in type and embedded resources get
 * their type fields (apiextensions-apiserver, controller/openapi/builder).
 */
final class CustomSchemas {

    private static final MapNode STRING = MapNode.of("type", "string");
    private static final MapNode METADATA =
            MapNode.of("$ref", "#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");

    private CustomSchemas() {}

    static MapNode published(MapNode openApiSchema) {
        return withTypeFields(embedded(openApiSchema));
    }

    private static MapNode withTypeFields(MapNode schema) {
        return schema.with(
                "properties",
                schema.findMap("properties")
                        .with("apiVersion", STRING)
                        .with("kind", STRING)
                        .with("metadata", METADATA));
    }

    private static MapNode embedded(MapNode schema) {
        MapNode changed = schema;
        if (changed.get("properties") instanceof MapNode properties) {
            changed = changed.with(
                    "properties",
                    properties.map((name, value) -> value instanceof MapNode map ? embedded(map) : value));
        }
        for (String child : new String[] {"items", "additionalProperties"}) {
            if (changed.get(child) instanceof MapNode map) {
                changed = changed.with(child, embedded(map));
            }
        }
        return schema.isTrue("x-kubernetes-embedded-resource") ? withTypeFields(changed) : changed;
    }
}
