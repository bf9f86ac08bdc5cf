package dev.drydock.flux.runtime;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Optional;

/**
 * Writes what a run changed in its own object: metadata and spec by one merge patch, the status by another on the status
 * subresource (fluxcd/pkg runtime/patch/patch.go).
 */
public final class StatusPatcher {

    private final Client client;
    private final String fieldOwner;

    /** A patcher that writes as a client under a field manager. */
    public StatusPatcher(Client client, String fieldOwner) {
        this.client = client;
        this.fieldOwner = fieldOwner;
    }

    /**
     * Writes the difference.
     *
     * @return the first refusal, or empty when everything was written or nothing had changed
     */
    public Optional<ApiResponse> patch(MapNode before, MapNode after) {
        Optional<ApiResponse> refused = send(before.without("status"), after.without("status"), "", before);
        MapNode statusBefore = MapNode.EMPTY.with("status", before.findMap("status"));
        MapNode statusAfter = MapNode.EMPTY.with("status", after.findMap("status"));
        Optional<ApiResponse> statusRefused = send(statusBefore, statusAfter, "status", before);
        return refused.isPresent() ? refused : statusRefused;
    }

    private Optional<ApiResponse> send(MapNode before, MapNode after, String subresource, MapNode object) {
        MapNode difference = difference(before, after);
        if (difference.isEmpty()) {
            return Optional.empty();
        }
        ApiResponse response = client.patch(
                GroupVersionKind.of(object),
                NamespacedName.of(object),
                subresource,
                PatchType.MERGE,
                difference,
                WriteOptions.as(fieldOwner));
        return response.isSuccess() ? Optional.empty() : Optional.of(response);
    }

    /** The merge patch that turns one map into the other. */
    static MapNode difference(MapNode before, MapNode after) {
        MapNode.Builder patch = MapNode.builder();
        after.forEach((key, value) -> {
            Node old = before.get(key);
            if (value.equals(old)) {
                return;
            }
            patch.put(
                    key,
                    old instanceof MapNode oldMap && value instanceof MapNode newMap
                            ? difference(oldMap, newMap)
                            : value);
        });
        before.forEach((key, value) -> {
            if (!after.has(key)) {
                patch.put(key, ScalarNode.NULL);
            }
        });
        return patch.build();
    }
}
