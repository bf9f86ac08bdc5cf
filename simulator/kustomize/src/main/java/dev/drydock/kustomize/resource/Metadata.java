package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.field.Scalars;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Map;
import java.util.TreeMap;

/** Labels and annotations as maps of texts. */
public final class Metadata {

    private Metadata() {}

    /** The texts of a map below metadata, sorted by key. */
    public static Map<String, String> texts(MapNode object, String field) {
        Map<String, String> texts = new TreeMap<>();
        if (object.find("metadata", field) instanceof MapNode map) {
            map.forEach((key, value) -> texts.put(key, Scalars.text(value)));
        }
        return texts;
    }

    /** The object with a map of strings below metadata; an empty one removes the field. */
    public static MapNode with(MapNode object, String field, Map<String, String> texts) {
        Node meta = object.get("metadata");
        MapNode old = meta instanceof MapNode map ? map : MapNode.EMPTY;
        if (texts.isEmpty()) {
            return old.has(field) ? object.with("metadata", old.without(field)) : object;
        }
        MapNode.Builder entries = MapNode.builder();
        new TreeMap<>(texts).forEach((key, text) -> entries.put(key, Scalars.string(text)));
        return object.with("metadata", old.with(field, entries.build()));
    }
}
