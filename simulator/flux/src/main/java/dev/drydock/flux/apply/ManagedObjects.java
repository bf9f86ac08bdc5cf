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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The objects of the cluster as the identity that applies them sees them. */
public final class ManagedObjects {

    /** Field manager of everything that kustomize-controller applies. */
    public static final String FIELD_MANAGER = "kustomize-controller";

    private final Client client;
    private final MappedKinds kinds;
    private final Set<String> hidden;

    /** The objects as a client sees them that is made for one run. */
    public ManagedObjects(Client client) {
        this(client, new MappedKinds());
    }

    /** The objects as a client sees them that found kinds before. */
    public ManagedObjects(Client client, MappedKinds kinds) {
        this(client, kinds, Set.of());
    }

    private ManagedObjects(Client client, MappedKinds kinds, Set<String> hidden) {
        this.client = client;
        this.kinds = kinds;
        this.hidden = hidden;
    }

    /**
     * The objects as a client sees them that looked what is served before some kinds were.
     *
     * @param groupKinds as {@code Widget.example.com}
     */
    public ManagedObjects before(Set<String> groupKinds) {
        return new ManagedObjects(client, kinds, Set.copyOf(groupKinds));
    }

    /** GET of the object with this identity. */
    public Answer get(MapNode object) {
        return ask("get", object, () -> client.get(ObjectFields.type(object), NamespacedName.of(object)));
    }

    /** The kind in the version that the server prefers; empty when no version of it is served. */
    public Optional<GroupVersionKind> preferred(String group, String kind) {
        return client.preferred(group, kind).filter(served -> !hidden.contains(served.groupKind()));
    }

    /** Whether objects of a kind that is served live in namespaces. */
    public boolean isNamespaced(GroupVersionKind kind) {
        return client.isNamespaced(kind);
    }

    /** All objects of a kind in a namespace that carry labels. */
    public Answer list(GroupVersionKind kind, String namespace, String labelSelector) {
        try {
            return answer(client.list(kind, namespace, labelSelector));
        } catch (NoMatchException e) {
            return new Answer.NoMatch(String.valueOf(e.getMessage()));
        }
    }

    Answer apply(MapNode object, boolean dryRun) {
        WriteOptions options = WriteOptions.as(FIELD_MANAGER).withForce();
        return ask("patch", object, () -> client.apply(object, dryRun ? options.withDryRun() : options));
    }

    Answer patch(MapNode object, ListNode operations) {
        return ask(
                "patch",
                object,
                () -> client.patch(
                        ObjectFields.type(object),
                        NamespacedName.of(object),
                        "",
                        PatchType.JSON,
                        operations,
                        WriteOptions.as(FIELD_MANAGER)));
    }

    Answer delete(MapNode object) {
        return ask(
                "delete",
                object,
                () -> client.delete(
                        ObjectFields.type(object),
                        NamespacedName.of(object),
                        MapNode.of("propagationPolicy", "Background")));
    }

    private Answer ask(String verb, MapNode object, Supplier<ApiResponse> request) {
        GroupVersionKind kind = ObjectFields.type(object);
        try {
            ApiResponse response = request.get();
            client.groupResource(kind).ifPresent(resource -> kinds.found(kind, resource));
            return answer(response);
        } catch (NoMatchException e) {
            return kinds.resource(kind)
                    .map(resource -> gone(verb + " " + resource + " " + ObjectFields.name(object)))
                    .orElseGet(() -> new Answer.NoMatch(String.valueOf(e.getMessage())));
        }
    }

    private static Answer answer(ApiResponse response) {
        return response.isSuccess() ? new Answer.Found(response.object()) : new Answer.Refused(response);
    }

    /** The server's answer about a kind that it does not serve. */
    private static Answer gone(String request) {
        MapNode status = MapNode.builder()
                .put("kind", "Status")
                .put("apiVersion", "v1")
                .put("status", "Failure")
                .put("message", "the server could not find the requested resource (" + request + ")")
                .put("reason", "NotFound")
                .put("code", 404)
                .build();
        return new Answer.Refused(new ApiResponse(404, status, List.of(), null));
    }
}
