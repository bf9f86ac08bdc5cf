package dev.drydock.kubernetes.decode;

import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** What became of a body. */
public sealed interface Decoded {

    /**
     * An object.
     *
     * @param object the object as its Go struct is encoded
     * @param document what it was read from
     * @param problems what strict decoding found and was asked to warn about: unknown and duplicate fields, in order
     */
    record Read(MapNode object, MapNode document, List<String> problems) implements Decoded {

        /** A result with a copy of the problems. */
        public Read {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The body was refused.
     *
     * @param status why
     * @param problems what had been found and was to be warned about before
     */
    record Refused(Status status, List<String> problems) implements Decoded {

        /** A refusal with a copy of the problems. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
