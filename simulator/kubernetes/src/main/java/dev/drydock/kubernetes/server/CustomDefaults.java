package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Optional;

/** The defaults of a custom resource's structural schema (apiextensions structural/defaulting). */
final class CustomDefaults {

    private static final GroupVersionResource DEFINITIONS =
            new GroupVersionResource("apiextensions.k8s.io", "v1", "customresourcedefinitions");

    private CustomDefaults() {}

    static MapNode apply(ServerState state, ApiResource resource, MapNode object) {
        Optional<MapNode> definition = definitionOf(state, resource);
        if (definition.isEmpty()) {
            return object;
        }
        for (Node version : definition.get().findList("spec", "versions")) {
            if (resource.resource().version().equals(Objects.text(version, "name"))) {
                return (MapNode) defaulted(object, version.findMap("schema", "openAPIV3Schema"));
            }
        }
        return object;
    }

    /** The definition that a custom resource comes from. */
    static Optional<MapNode> definitionOf(ServerState state, ApiResource resource) {
        return state.get(DEFINITIONS, "", resource.resource().groupResource());
    }

    private static Node defaulted(Node value, MapNode schema) {
        if (value instanceof MapNode map) {
            MapNode[] result = {map};
            schema.findMap("properties").forEach((key, property) -> {
                Node known = result[0].get(key);
                Node byDefault = property.find("default");
                if (known == null && byDefault != null) {
                    known = byDefault;
                    result[0] = result[0].with(key, byDefault);
                }
                if (known != null) {
                    result[0] = result[0].with(key, defaulted(known, (MapNode) property));
                }
            });
            Node additional = schema.get("additionalProperties");
            return additional instanceof MapNode element
                    ? result[0].map(
                            (key, item) -> schema.findMap("properties").has(key) ? item : defaulted(item, element))
                    : result[0];
        }
        if (value instanceof ListNode list && schema.get("items") instanceof MapNode items) {
            return list.map(item -> defaulted(item, items));
        }
        return value;
    }
}
