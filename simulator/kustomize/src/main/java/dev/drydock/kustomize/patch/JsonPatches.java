package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.resource.BuildAnnotations;
import dev.drydock.kustomize.resource.History;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON patches on objects of a build, whose internal annotations survive them. */
final class JsonPatches {

    private static final String MEMORY = "internal.config.kubernetes.io/previousNames";

    private JsonPatches() {}

    /**
     * Applies a patch.
     *
     * @param annotated whether the object has internal annotations for sure, so that the map of annotations exists
     */
    static void apply(Resource resource, JsonPatch patch, boolean annotated) {
        MapNode before = resource.node();
        Map<String, String> internal = new TreeMap<>(resource.annotations());
        internal.keySet().removeIf(key -> !BuildAnnotations.isInternal(key));
        boolean memory = annotated || !resource.history().equals(History.NONE) || resource.needsHash();
        if (memory) {
            MapNode shown = before.findMap("metadata", "annotations");
            before = before.with(
                    List.of("metadata", "annotations"),
                    shown.has(MEMORY) ? shown : shown.with(MEMORY, resource.name()));
        }
        resource.unshare();
        resource.setNode(patch.apply(before));
        Map<String, String> annotations = new TreeMap<>(resource.annotations());
        if (memory && !internal.containsKey(MEMORY)) {
            annotations.remove(MEMORY);
        }
        annotations.putAll(internal);
        resource.setAnnotations(annotations);
    }
}
