package dev.drydock.conformance;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What Drydock says to a question of a corpus. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Answer {

    /** The feature that an answer would need. */
    static Answer notModelled(String feature) {
        return new NotModelled(feature);
    }

    /** A tree in the form of the case's {@code answer}. */
    static Answer of(Node answer) {
        return new Value(answer, null);
    }

    /** A tree in the form of the case's {@code answer}, and one for its {@code settled}. */
    static Answer settled(Node answer, Node settled) {
        return new Value(answer, settled);
    }

    /** Texts by the name of the file that holds the expected one, relative to the corpus. */
    static Answer files(Map<String, String> files) {
        return new Files(files);
    }

    /**
     * A tree.
     *
     * @param answer in the form of the case's {@code answer}
     * @param settled in the form of the case's {@code settled}, null for a case without it
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Value(Node answer, @Nullable Node settled) implements Answer {}

    /**
     * Texts of a corpus of folders.
     *
     * @param files path of the expected file, relative to the corpus, to what Drydock has for it
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Files(Map<String, String> files) implements Answer {

        /** An answer with a copy of the files, sorted by path. */
        public Files {
            files = Collections.unmodifiableMap(new TreeMap<>(files));
        }

        /** The answer as a tree, for messages. */
        public Node toNode() {
            return MapNode.ofStrings(files);
        }
    }

    /**
     * An honest gap.
     *
     * @param feature what would have to be modelled
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record NotModelled(String feature) implements Answer {}

    /**
     * The answer could not be computed, which is a mistake of Drydock and counts as wrong.
     *
     * @param problem what went wrong
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Failed(String problem) implements Answer {}
}
