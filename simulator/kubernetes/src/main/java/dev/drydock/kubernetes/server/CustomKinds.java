package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.crd.CustomKind;
import dev.drydock.kubernetes.decode.Decoder;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.Optional;

/** Finds the definitions of custom resources and shows their objects in other versions. */
final class CustomKinds {

    private CustomKinds() {}

    /** The definition that a custom resource comes from. */
    static Optional<MapNode> definitionOf(ServerState state, ApiResource resource) {
        return state.get(Definitions.RESOURCE, "", resource.collection());
    }

    /** The kind of a custom resource in its version. */
    static CustomKind of(ServerState state, ApiResource resource) {
        return CustomKind.of(
                definitionOf(state, resource).orElse(MapNode.EMPTY),
                resource.resource().version());
    }

    /** An object as another version of its resource shows it; only objects as they are stored get defaults. */
    static MapNode atVersion(ServerState state, MapNode object, ApiResource resource) {
        String apiVersion = resource.resource().apiVersion();
        if (apiVersion.equals(object.findString("apiVersion"))) {
            return object;
        }
        CustomKind kind = of(state, resource);
        MapNode pruned = kind.pruned(object.with("apiVersion", apiVersion), new ArrayList<>());
        return stored(state, resource).equals(resource) ? kind.defaultedKeepingNulls(pruned) : pruned;
    }

    /** The resource in the version in which its objects are stored. */
    static ApiResource stored(ServerState state, ApiResource resource) {
        if (Decoder.isBuiltIn(resource.kind())) {
            return resource;
        }
        for (Node version : definitionOf(state, resource).orElse(MapNode.EMPTY).findList("spec", "versions")) {
            if (version.isTrue("storage")) {
                return resource.atVersion(version.findText("name"));
            }
        }
        return resource;
    }
}
