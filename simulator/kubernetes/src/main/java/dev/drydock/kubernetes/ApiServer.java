package dev.drydock.kubernetes;

import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.authentication.Impersonator;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.kubernetes.discovery.Discovery;
import dev.drydock.kubernetes.server.InitialObjects;
import dev.drydock.kubernetes.server.RequestHandlers;
import dev.drydock.kubernetes.server.ServerState;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The API server: the only door to the objects of a cluster.
 *
 * <p>Every request, also those of the built-in controllers and of Flux, is answered in the same order: authenticate,
 * impersonate, authorize, admit, validate, store, respond.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ApiServer {

    private final ServerState state;
    private final RequestHandlers handlers;

    /** A server with the objects of a fresh cluster and no Flux. */
    public ApiServer(Kernel kernel) {
        this(new ServerState(kernel));
        handlers.install(InitialObjects.ofKubernetes());
    }

    private ApiServer(ServerState state) {
        this.state = state;
        this.handlers = new RequestHandlers(state);
    }

    /** Adds what {@code flux install} brings: definitions, namespace, RBAC and accounts, but no controllers. */
    public void installFlux() {
        handlers.install(InitialObjects.fluxDefinitions());
        handlers.install(InitialObjects.ofFlux());
    }

    /** Answers a request; a refusal is an answer, never an exception. */
    public ApiResponse handle(ApiRequest request) {
        AuthorizationAttributes attributes = attributesOf(request, request.user());
        UserInfo user = request.user();
        if (request.impersonation().isPresent()) {
            Impersonator.Outcome outcome =
                    state.impersonator().impersonate(request.impersonation().get(), attributes, state.authorizer());
            if (outcome instanceof Impersonator.Outcome.Refused refused) {
                return refuse(refused.status(), refused.explanation());
            }
            user = ((Impersonator.Outcome.As) outcome).user();
            attributes = attributesOf(request, user);
        }
        Decision decision = state.authorizer().authorize(attributes);
        if (!decision.isAllowed()) {
            return refuse(Forbidden.of(attributes, decision.reason()), decision.explanation());
        }
        return handlers.handle(request, user);
    }

    private static AuthorizationAttributes attributesOf(ApiRequest request, UserInfo user) {
        return AuthorizationAttributes.resource(
                user,
                request.verb().toString(),
                request.resource(),
                request.subresource(),
                namespaceOf(request),
                request.name());
    }

    /** A Namespace object is asked for in the namespace of its name (apiserver endpoints/request/requestinfo.go). */
    private static String namespaceOf(ApiRequest request) {
        boolean isNamespace = request.resource().groupResource().equals("namespaces");
        return isNamespace ? request.name() : request.namespace();
    }

    private static ApiResponse refuse(Status status, @org.jspecify.annotations.Nullable Explanation explanation) {
        return new ApiResponse(status.code(), status.toObject(), List.of(), explanation);
    }

    /** What the server serves now. */
    public Discovery discovery() {
        return state.discovery();
    }

    /** Adds a watcher of all changes. */
    public void watch(Watcher watcher) {
        state.watch(watcher);
    }

    /** The revision of the last change. */
    public long revision() {
        return state.revision();
    }

    /** The authorizer's answer to a question, without a request. */
    public Decision authorize(AuthorizationAttributes attributes) {
        return state.authorizer().authorize(attributes);
    }

    /** A copy in constant time, on a fork of the kernel; watchers are not copied. */
    public ApiServer fork(Kernel forked) {
        return new ApiServer(state.fork(forked));
    }

    /** All objects of a resource as the server itself sees them, for reports that act as nobody. */
    public List<MapNode> objects(GroupVersionResource resource) {
        return state.list(resource, "");
    }
}
