package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** What subresources of pods leave alone (ResetObjectMetaForStatus). */
final class Subresources {

    private static final List<String> KEPT =
            List.of("deletionTimestamp", "generation", "labels", "annotations", "finalizers", "ownerReferences");

    private Subresources() {}

    /** The object with a spec and with the status and the metadata of the old one. */
    static MapNode restored(MapNode object, MapNode old, MapNode spec) {
        MapNode metadata = object.findMap("metadata");
        for (String field : KEPT) {
            metadata = PodUpdates.copied(metadata, old.findMap("metadata"), field);
        }
        MapNode result = object.with("metadata", metadata).with("spec", spec);
        Node status = old.get("status");
        return status == null ? result.without("status") : result.with("status", status);
    }
}
