package dev.drydock.yaml;

import org.apiguardian.api.API;

/** JSON merge patch (RFC 7396). */
@API(status = API.Status.STABLE, since = "0.1")
public final class MergePatch {

    private MergePatch() {}

    /** The document after the patch: null removes, maps merge, everything else replaces. */
    public static Node apply(Node document, Node patch) {
        if (!(patch instanceof MapNode changes)) {
            return patch;
        }
        MapNode[] merged = {document instanceof MapNode map ? map : MapNode.EMPTY};
        changes.forEach((key, value) -> {
            if (value.isNull()) {
                merged[0] = merged[0].without(key);
            } else {
                Node old = merged[0].get(key);
                merged[0] = merged[0].with(key, apply(old == null ? ScalarNode.NULL : old, value));
            }
        });
        return merged[0];
    }
}
