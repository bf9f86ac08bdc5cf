package dev.drydock.kubernetes.patch;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/**
 * JSON merge patch as the server's library does it (evanphx/json-patch, merge.go): beyond RFC 7396, nulls also vanish from
 * objects inside of lists, unless an object is replaced by a list.
 */
final class JsonMerge {

    private JsonMerge() {}

    static MapNode merge(MapNode document, MapNode patch) {
        MapNode merged = document;
        for (String key : patch.keys()) {
            Node value = patch.get(key);
            Node old = merged.get(key);
            if (value == null || value.isNull()) {
                merged = merged.without(key);
            } else if (old == null || old.isNull() || !(old instanceof MapNode map)) {
                merged = merged.with(key, withoutNulls(value));
            } else {
                merged = merged.with(key, value instanceof MapNode changes ? merge(map, changes) : value);
            }
        }
        return merged;
    }

    static Node withoutNulls(Node value) {
        if (value instanceof MapNode map) {
            return map.map((key, child) -> child.isNull() ? null : withoutNulls(child));
        }
        return value instanceof ListNode list ? list.map(JsonMerge::withoutNulls) : value;
    }
}
