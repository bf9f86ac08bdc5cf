package dev.drydock.flux.ssa;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Labels and annotations that Flux writes and looks for (ssa/owner.go, ssa/utils/meta.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ObjectMeta {

    /** Group of the controller, in front of the keys that it understands. */
    public static final String GROUP = "kustomize.toolkit.fluxcd.io";

    private ObjectMeta() {}

    /** The object with the labels that name the Kustomization as its owner. */
    public static MapNode withOwner(MapNode object, String name, String namespace) {
        Map<String, String> labels = new LinkedHashMap<>(ObjectFields.labels(object));
        labels.put(GROUP + "/name", name);
        labels.put(GROUP + "/namespace", namespace);
        return set(object, "labels", labels);
    }

    /** The object with common labels and annotations, which replace what it had under the same keys. */
    public static MapNode withCommon(MapNode object, Map<String, String> labels, Map<String, String> annotations) {
        return merge(merge(object, "labels", labels), "annotations", annotations);
    }

    /** Whether one of the pairs is among the labels or annotations; values are compared without case. */
    public static boolean matchesAny(Node object, Map<String, String> pairs) {
        Map<String, String> labels = ObjectFields.labels(object);
        Map<String, String> annotations = ObjectFields.annotations(object);
        return pairs.entrySet().stream()
                .anyMatch(pair -> isValue(labels.get(pair.getKey()), pair.getValue())
                        || isValue(annotations.get(pair.getKey()), pair.getValue()));
    }

    private static boolean isValue(@Nullable String found, String wanted) {
        return found != null && !found.isEmpty() && found.equalsIgnoreCase(wanted);
    }

    private static MapNode merge(MapNode object, String key, Map<String, String> more) {
        Map<String, String> merged = new LinkedHashMap<>(
                key.equals("labels") ? ObjectFields.labels(object) : ObjectFields.annotations(object));
        merged.putAll(more);
        return merged.isEmpty() ? object : set(object, key, merged);
    }

    private static MapNode set(MapNode object, String key, Map<String, String> values) {
        return object.with(List.of("metadata", key), MapNode.ofStrings(values));
    }
}
