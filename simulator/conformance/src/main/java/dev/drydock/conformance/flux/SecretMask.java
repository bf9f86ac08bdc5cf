package dev.drydock.conformance.flux;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import org.jspecify.annotations.Nullable;

/** Hides the values of Secrets in a diff (ssa/sanitize.go). No prediction shows such a diff; only the corpus asks. */
final class SecretMask {

    private static final ScalarNode SAME = ScalarNode.of("***");
    private static final ScalarNode BEFORE = ScalarNode.of("*** (before)");
    private static final ScalarNode AFTER = ScalarNode.of("*** (after)");

    private SecretMask() {}

    /** The older object with masked data; a value that differs from the newer one is marked. */
    static MapNode older(MapNode older, @Nullable MapNode newer) {
        return mask(older, newer, BEFORE);
    }

    /** The newer object with masked data; a value that differs from the older one is marked. */
    static MapNode newer(@Nullable MapNode older, MapNode newer) {
        return mask(newer, older, AFTER);
    }

    private static MapNode mask(MapNode object, @Nullable MapNode other, ScalarNode mark) {
        if (!(object.get("data") instanceof MapNode data)) {
            return object;
        }
        MapNode others = other == null ? MapNode.EMPTY : other.findMap("data");
        return object.with("data", data.map((key, value) -> {
            Node counterpart = others.get(key);
            return counterpart == null || counterpart.equals(value) ? SAME : mark;
        }));
    }
}
