package dev.drydock.yaml;

import org.apiguardian.api.API;

/** JSON merge patch (RFC 7396) with what evanphx/json-patch does to nulls in arrays (merge.go). */
@API(status = API.Status.STABLE, since = "0.1")
public final class MergePatch {

    private MergePatch() {}

    /**
     * The document after the patch: null removes, maps merge, everything else replaces. In what replaces, maps lose
     * their entries that are null, also inside of arrays, unless an array takes the place of a map.
     */
    public static Node apply(Node document, Node patch) {
        if (!(patch instanceof MapNode changes)) {
            return document instanceof MapNode ? patch : withoutNulls(patch);
        }
        if (!(document instanceof MapNode map)) {
            return withoutNulls(changes);
        }
        MapNode[] merged = {map};
        changes.forEach((key, value) -> {
            if (value.isNull()) {
                merged[0] = merged[0].without(key);
            } else {
                Node old = merged[0].get(key);
                merged[0] = merged[0].with(key, old == null ? withoutNulls(value) : apply(old, value));
            }
        });
        return merged[0];
    }

    private static Node withoutNulls(Node node) {
        if (node instanceof MapNode entries) {
            return entries.map((key, value) -> value.isNull() ? null : withoutNulls(value));
        }
        return node instanceof ListNode list ? list.map(MergePatch::withoutNulls) : node;
    }
}
