package dev.drydock.kubernetes.server;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** Reads and writes the metadata of objects. */
public final class Objects {

    private Objects() {}

    /** The object with a field of its metadata set. */
    public static MapNode withMeta(MapNode object, String field, Object value) {
        return object.with(List.of("metadata", field), value);
    }

    /** The object without a field of its metadata. */
    public static MapNode withoutMeta(MapNode object, String field) {
        MapNode metadata = object.findMap("metadata");
        return metadata.has(field) ? object.with("metadata", metadata.without(field)) : object;
    }

    /** Whether deletion was asked for. */
    public static boolean isDeleting(Node object) {
        return object.find("metadata", "deletionTimestamp") != null;
    }

    /** The finalizers. */
    public static List<String> finalizers(Node object) {
        return object.findList("metadata", "finalizers").strings();
    }
}
