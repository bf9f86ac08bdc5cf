package dev.drydock.flux.apply;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NoMatchException;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.Optional;
import java.util.function.Supplier;

/** The objects of the cluster as the identity that applies them sees them. */
public final class ManagedObjects {

    /** Field manager of everything that kustomize-controller applies. */
    public static final String FIELD_MANAGER = "kustomize-controller";

    private final Client client;

    /** The objects as a client sees them. */
    public ManagedObjects(Client client) {
        this.client = client;
    }

    /** GET of the object with this identity. */
    public Answer get(MapNode object) {
        return ask(() -> client.get(ObjectFields.type(object), NamespacedName.of(object)));
    }

    /** The kind in the version that the server prefers; empty when no version of it is served. */
    public Optional<GroupVersionKind> preferred(String group, String kind) {
        return client.preferred(group, kind);
    }

    /** Whether objects of a kind that is served live in namespaces. */
    public boolean isNamespaced(GroupVersionKind kind) {
        return client.isNamespaced(kind);
    }

    /** All objects of a kind in a namespace that carry labels. */
    public Answer list(GroupVersionKind kind, String namespace, String labelSelector) {
        return ask(() -> client.list(kind, namespace, labelSelector));
    }

    Answer apply(MapNode object, boolean dryRun) {
        WriteOptions options = WriteOptions.as(FIELD_MANAGER).withForce();
        return ask(() -> client.apply(object, dryRun ? options.withDryRun() : options));
    }

    Answer patch(MapNode object, ListNode operations) {
        return ask(() -> client.patch(
                ObjectFields.type(object),
                NamespacedName.of(object),
                "",
                PatchType.JSON,
                operations,
                WriteOptions.as(FIELD_MANAGER)));
    }

    Answer delete(MapNode object) {
        return ask(() -> client.delete(
                ObjectFields.type(object), NamespacedName.of(object), MapNode.of("propagationPolicy", "Background")));
    }

    private static Answer ask(Supplier<ApiResponse> request) {
        try {
            ApiResponse response = request.get();
            return response.isSuccess() ? new Answer.Found(response.object()) : new Answer.Refused(response);
        } catch (NoMatchException e) {
            return new Answer.NoMatch(String.valueOf(e.getMessage()));
        }
    }
}
