package dev.drydock.kubernetes.decode;

import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** What became of a body. */
public sealed interface Decoded {

    /**
     * An object.
     *
     * @param object the object without nulls and without fields that its kind does not have
     * @param problems what strict decoding found: unknown and duplicate fields, in order
     */
    record Read(MapNode object, List<String> problems) implements Decoded {}

    /**
     * The body was refused.
     *
     * @param status why
     */
    record Refused(Status status) implements Decoded {}
}
