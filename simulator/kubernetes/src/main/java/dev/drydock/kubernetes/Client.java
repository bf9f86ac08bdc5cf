package dev.drydock.kubernetes;

import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The API server as one user sees it: objects go in by their apiVersion and kind, which discovery maps to resources.
 *
 * <p>An unknown kind is answered by the client's mapper, as with real clients, with {@link NoMatchException}.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Client {

    private final ApiServer server;
    private final UserInfo user;
    private final Optional<Impersonation> impersonation;
    private final String userAgent;

    private Client(ApiServer server, UserInfo user, Optional<Impersonation> impersonation, String userAgent) {
        this.server = server;
        this.user = user;
        this.impersonation = impersonation;
        this.userAgent = userAgent;
    }

    /** A client of a user. */
    public static Client of(ApiServer server, UserInfo user, String userAgent) {
        return new Client(server, user, Optional.empty(), userAgent);
    }

    /** The same client acting as somebody else. */
    public Client impersonating(Impersonation as) {
        return new Client(server, user, Optional.of(as), userAgent);
    }

    /** Who sends the requests. */
    public UserInfo user() {
        return user;
    }

    /** GET. */
    public ApiResponse get(GroupVersionKind kind, NamespacedName name) {
        return server.handle(request(Verb.GET, resourceOf(kind), name).build());
    }

    /** LIST with a label selector, empty for all; an empty namespace lists all namespaces. */
    public ApiResponse list(GroupVersionKind kind, String namespace, String labelSelector) {
        return server.handle(request(Verb.LIST, resourceOf(kind), new NamespacedName(namespace, ""))
                .labelSelector(labelSelector)
                .build());
    }

    /** POST. */
    public ApiResponse create(MapNode object, WriteOptions options) {
        ApiResource resource = resourceOf(object);
        NamespacedName collection = new NamespacedName(namespaceOf(object, resource), "");
        return server.handle(with(options, request(Verb.CREATE, resource, collection))
                .body(object)
                .build());
    }

    /** POST to a subresource of an object. */
    public ApiResponse create(
            GroupVersionKind kind, NamespacedName name, String subresource, MapNode body, WriteOptions options) {
        return server.handle(with(options, request(Verb.CREATE, resourceOf(kind), name))
                .subresource(subresource)
                .body(body)
                .build());
    }

    /** PUT. */
    public ApiResponse update(MapNode object, String subresource, WriteOptions options) {
        ApiResource resource = resourceOf(object);
        return server.handle(with(options, request(Verb.UPDATE, resource, nameOf(object, resource)))
                .subresource(subresource)
                .body(object)
                .build());
    }

    /** Server-side apply. */
    public ApiResponse apply(MapNode object, WriteOptions options) {
        ApiResource resource = resourceOf(object);
        return server.handle(with(options, request(Verb.PATCH, resource, nameOf(object, resource)))
                .patchType(PatchType.APPLY)
                .body(object)
                .build());
    }

    /** PATCH of another type. */
    public ApiResponse patch(
            GroupVersionKind kind,
            NamespacedName name,
            String subresource,
            PatchType type,
            Node patch,
            WriteOptions options) {
        return server.handle(with(options, request(Verb.PATCH, resourceOf(kind), name))
                .subresource(subresource)
                .patchType(type)
                .body(patch)
                .build());
    }

    /** DELETE; {@code options} is a DeleteOptions object, empty for the defaults. */
    public ApiResponse delete(GroupVersionKind kind, NamespacedName name, MapNode options) {
        return server.handle(
                request(Verb.DELETE, resourceOf(kind), name).body(options).build());
    }

    /**
     * Whether the kind is namespaced.
     *
     * @throws NoMatchException when discovery does not know it
     */
    public boolean isNamespaced(GroupVersionKind kind) {
        return resourceOf(kind).namespaced();
    }

    /** The kind in the version that the server prefers; empty when no version of it is served. */
    public Optional<GroupVersionKind> preferred(String group, String kind) {
        return server.discovery().preferred(group, kind).map(ApiResource::kind);
    }

    /** The plural and the group of a kind, such as {@code deployments.apps}; empty when it is not served. */
    public Optional<String> groupResource(GroupVersionKind kind) {
        return server.discovery().find(kind).map(found -> found.resource().groupResource());
    }

    /** Whether anything of a version of a group is served. */
    public boolean serves(String group, String version) {
        return server.discovery().hasVersion(group, version);
    }

    /** The kinds that are served. */
    public List<GroupVersionKind> kinds() {
        return server.discovery().all().stream()
                .map(ApiResource::kind)
                .distinct()
                .toList();
    }

    private ApiResource resourceOf(GroupVersionKind kind) {
        return server.discovery().find(kind).orElseThrow(() -> new NoMatchException(kind));
    }

    private ApiResource resourceOf(MapNode object) {
        return resourceOf(GroupVersionKind.of(object.findText("apiVersion"), object.findText("kind")));
    }

    private static NamespacedName nameOf(MapNode object, ApiResource resource) {
        return new NamespacedName(namespaceOf(object, resource), object.findText("metadata", "name"));
    }

    private static String namespaceOf(MapNode object, ApiResource resource) {
        return resource.namespaced() ? object.findText("metadata", "namespace") : "";
    }

    private ApiRequest.Builder request(Verb verb, ApiResource resource, NamespacedName name) {
        ApiRequest.Builder builder = ApiRequest.builder(user, verb, resource.resource())
                .userAgent(userAgent)
                .namespace(resource.namespaced() ? name.namespace() : "")
                .name(name.name());
        impersonation.ifPresent(builder::impersonate);
        return builder;
    }

    private static ApiRequest.Builder with(WriteOptions options, ApiRequest.Builder builder) {
        if (options.force()) {
            builder.force(true);
        }
        return builder.fieldManager(options.fieldManager())
                .dryRun(options.dryRun())
                .fieldValidation(options.fieldValidation());
    }
}
