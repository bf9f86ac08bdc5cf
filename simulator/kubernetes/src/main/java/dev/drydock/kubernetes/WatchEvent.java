package dev.drydock.kubernetes;

import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A committed change of one object.
 *
 * @param type what happened
 * @param resource the collection, in the version in which the object is stored
 * @param object the object after the change, or its last state for {@link Type#DELETED}
 * @param previous the object before the change, null for {@link Type#ADDED}
 */
@API(status = API.Status.STABLE, since = "0.1")
public record WatchEvent(
        Type type,
        GroupVersionResource resource,
        MapNode object,
        @Nullable MapNode previous) {

    /** What happened to the object. */
    public enum Type {
        /** It was created. */
        ADDED,
        /** It was changed. */
        MODIFIED,
        /** It is gone. */
        DELETED
    }
}
