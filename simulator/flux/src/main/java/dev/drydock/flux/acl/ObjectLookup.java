package dev.drydock.flux.acl;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/** Reads objects with the rights of a controller. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface ObjectLookup {

    /** Group of the sources. */
    String SOURCE = "source.toolkit.fluxcd.io";

    /** What a read gave. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    sealed interface Answer {}

    /**
     * The object.
     *
     * @param object as the server has it
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Found(MapNode object) implements Answer {}

    /**
     * No object.
     *
     * @param error the server's words
     * @param notFound whether the object does not exist
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Failed(String error, boolean notFound) implements Answer {}

    /** Reads one object. */
    Answer read(GroupVersionKind type, String namespace, String name);
}
