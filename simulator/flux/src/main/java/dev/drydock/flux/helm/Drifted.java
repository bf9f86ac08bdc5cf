package dev.drydock.flux.helm;

import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.yaml.MapNode;
import java.util.List;

/**
 * An object that is not in the cluster as the release has it.
 *
 * @param desired the object
 * @param change what is the matter
 * @param patch the operations that would bring it back
 */
record Drifted(MapNode desired, Change change, List<MapNode> patch) {

    Drifted {
        patch = List.copyOf(patch);
    }

    /** What can be the matter. */
    enum Change {
        REMOVED,
        CHANGED,
        EXCLUDED
    }

    String subject() {
        return ObjectMetadata.of(desired).subject();
    }

    /** The line of a summary (internal/diff/summarize.go). */
    String summary() {
        return subject()
                + switch (change) {
                    case REMOVED -> " removed";
                    case EXCLUDED -> " excluded";
                    case CHANGED ->
                        " changed (" + count("add") + " additions, " + count("replace") + " changes, " + count("remove")
                                + " removals)";
                };
    }

    private long count(String type) {
        return patch.stream()
                .filter(operation -> operation.findText("op").equals(type))
                .count();
    }

    static String summary(List<Drifted> drift) {
        return String.join("\n", drift.stream().map(Drifted::summary).toList());
    }
}
