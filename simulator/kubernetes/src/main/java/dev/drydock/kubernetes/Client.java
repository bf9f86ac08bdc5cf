package dev.drydock.kubernetes;

import dev.drydock.yaml.MapNode;
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
        throw new UnsupportedOperationException("in work " + server + impersonation + userAgent + kind + name);
    }

    /** LIST with a label selector, empty for all; an empty namespace lists all namespaces. */
    public ApiResponse list(GroupVersionKind kind, String namespace, String labelSelector) {
        throw new UnsupportedOperationException("in work");
    }

    /** POST. */
    public ApiResponse create(MapNode object, WriteOptions options) {
        throw new UnsupportedOperationException("in work");
    }

    /** PUT. */
    public ApiResponse update(MapNode object, String subresource, WriteOptions options) {
        throw new UnsupportedOperationException("in work");
    }

    /** Server-side apply. */
    public ApiResponse apply(MapNode object, WriteOptions options) {
        throw new UnsupportedOperationException("in work");
    }

    /** PATCH of another type. */
    public ApiResponse patch(
            GroupVersionKind kind,
            NamespacedName name,
            String subresource,
            PatchType type,
            dev.drydock.yaml.Node patch,
            WriteOptions options) {
        throw new UnsupportedOperationException("in work");
    }

    /** DELETE; {@code options} is a DeleteOptions object, empty for the defaults. */
    public ApiResponse delete(GroupVersionKind kind, NamespacedName name, MapNode options) {
        throw new UnsupportedOperationException("in work");
    }

    /** Whether the kind is namespaced. @throws NoMatchException when discovery does not know it */
    public boolean isNamespaced(GroupVersionKind kind) {
        throw new UnsupportedOperationException("in work");
    }
}
