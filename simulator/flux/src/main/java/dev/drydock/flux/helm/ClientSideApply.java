package dev.drydock.flux.helm;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;

/**
 * Changing objects without server-side apply: the difference between the old manifest, the new one and the live object is
 * sent as a patch (helm pkg/kube/client.go, createPatch). Lists that changed are sent whole.
 */
final class ClientSideApply {

    private ClientSideApply() {}

    /**
     * Sends the difference.
     *
     * @throws HelmFailure in Helm's words
     */
    static void change(Client client, MapNode original, Resource target, MapNode live) {
        MapNode patch = difference(original, target.object(), live);
        if (patch.isEmpty()) {
            return;
        }
        ApiResponse response = client.patch(
                target.kind(), target.key(), "", PatchType.MERGE, patch, WriteOptions.as(ReleaseObjects.MANAGER));
        if (!response.isSuccess()) {
            throw new HelmFailure("cannot patch \"" + target.name() + "\" with kind "
                    + target.kind().kind() + ": " + response.message());
        }
    }

    private static MapNode difference(MapNode original, MapNode target, MapNode live) {
        MapNode.Builder patch = MapNode.builder();
        target.forEach((key, value) -> {
            Node now = live.get(key);
            if (value instanceof MapNode map && now instanceof MapNode liveMap) {
                MapNode inner =
                        difference(original.get(key) instanceof MapNode old ? old : MapNode.EMPTY, map, liveMap);
                if (!inner.isEmpty()) {
                    patch.put(key, inner);
                }
            } else if (now == null || !holds(value, now)) {
                patch.put(key, value);
            }
        });
        original.forEach((key, value) -> {
            if (!target.has(key) && live.has(key)) {
                patch.put(key, ScalarNode.NULL);
            }
        });
        return patch.build();
    }

    /** Whether a live value holds all that is wanted; defaults may have been added to it. */
    private static boolean holds(Node wanted, Node live) {
        if (wanted instanceof MapNode map && live instanceof MapNode other) {
            return map.keys().stream().allMatch(key -> {
                Node value = other.get(key);
                Node mine = map.get(key);
                return value != null && mine != null && holds(mine, value);
            });
        }
        if (wanted instanceof ListNode list && live instanceof ListNode other) {
            if (list.size() != other.size()) {
                return false;
            }
            for (int i = 0; i < list.size(); i++) {
                if (!holds(list.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return wanted.equals(live);
    }
}
