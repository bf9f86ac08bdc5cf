package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.field.Scalars;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A new object in the place of an old one, of which it keeps name, labels, annotations, and on a merge its data. */
final class Absorption {

    private Absorption() {}

    /** Resource.CopyMergeMetaDataFieldsFrom of api/resource/resource.go. */
    static void takeOverMetadata(Resource next, Resource old) {
        next.setLabels(union(old.labels(), next.labels()));
        boolean hash = next.needsHash();
        next.setAnnotations(union(old.annotations(), next.annotations()));
        next.setNeedsHash(hash && old.needsHash());
        next.setName(old.name());
        next.setNamespace(old.namespace());
        next.setHistory(old.history());
        next.setVars(old.vars());
    }

    static void merge(Resource next, Resource old) {
        String origin = old.annotations().get(BuildAnnotations.ORIGIN);
        takeOverMetadata(next, old);
        next.setNode(withTexts(next.node(), "data", union(texts(old, "data"), texts(next, "data"))));
        next.setNode(withTexts(next.node(), "binaryData", union(texts(old, "binaryData"), texts(next, "binaryData"))));
        if (origin != null) {
            Map<String, String> annotations = next.annotations();
            annotations.put(BuildAnnotations.ORIGIN, origin);
            next.setAnnotations(annotations);
        }
    }

    private static Map<String, String> union(Map<String, String> old, Map<String, String> next) {
        Map<String, String> union = new TreeMap<>(old);
        union.putAll(next);
        return union;
    }

    private static Map<String, String> texts(Resource resource, String field) {
        Map<String, String> texts = new TreeMap<>();
        @Nullable Node data = resource.node().get(field);
        if (data instanceof MapNode map) {
            map.forEach((key, value) -> texts.put(key, Scalars.value(value)));
        }
        return texts;
    }

    private static MapNode withTexts(MapNode object, String field, Map<String, String> texts) {
        MapNode.Builder entries = MapNode.builder();
        texts.forEach((key, text) -> entries.put(key, Scalars.string(text)));
        return texts.isEmpty() ? object.without(field) : object.without(field).with(field, entries.build());
    }
}
