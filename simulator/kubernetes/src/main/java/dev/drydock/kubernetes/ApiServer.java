package dev.drydock.kubernetes;

import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.admission.WebhookAnswers;
import dev.drydock.kubernetes.authentication.ImpersonationHeaders;
import dev.drydock.kubernetes.authentication.Impersonator;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.kubernetes.discovery.Discovery;
import dev.drydock.kubernetes.selector.FieldSelector;
import dev.drydock.kubernetes.selector.InvalidSelectorException;
import dev.drydock.kubernetes.server.FreshCluster;
import dev.drydock.kubernetes.server.RequestHandlers;
import dev.drydock.kubernetes.server.ServerState;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

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
    private final List<AuditListener> auditors = new ArrayList<>();

    /** A server with the objects of a fresh cluster and no Flux. */
    public ApiServer(Kernel kernel) {
        this(FreshCluster.on(kernel));
    }

    private ApiServer(ServerState state) {
        this.state = state;
        this.handlers = new RequestHandlers(state);
    }

    /** Adds what {@code flux install} brings: definitions, namespace, RBAC and accounts, but no controllers. */
    public void installFlux() {
        FreshCluster.addFlux(state);
    }

    /** Answers a request; a refusal is an answer, never an exception. */
    public ApiResponse handle(ApiRequest request) {
        Access access = access(attributesOf(request), request.impersonation());
        ApiResponse refusal = access.refusal();
        ApiResponse response = refusal == null ? handlers.handle(request, access.user()) : refusal;
        auditors.forEach(auditor -> auditor.answered(request, response));
        return response;
    }

    /**
     * Who may go on with a request.
     *
     * @param user the user after impersonation
     * @param refusal the answer when nobody may, else null
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Access(UserInfo user, @Nullable ApiResponse refusal) {}

    /** Impersonates and authorizes: what comes before the question whether there is anything to answer. */
    public Access access(AuthorizationAttributes request, Optional<Impersonation> impersonation) {
        UserInfo user = request.user();
        if (impersonation.isPresent() && ImpersonationHeaders.isAttempted(impersonation.get())) {
            Impersonator.Outcome outcome =
                    state.impersonator().impersonate(impersonation.get(), request, state.authorizer());
            if (outcome instanceof Impersonator.Outcome.Refused refused) {
                return new Access(user, refuse(refused.status(), refused.explanation()));
            }
            user = ((Impersonator.Outcome.As) outcome).user();
        }
        AuthorizationAttributes asked = request.withUser(user);
        Decision decision = state.authorizer().authorize(asked);
        return new Access(
                user,
                decision.isAllowed()
                        ? null
                        : refuse(
                                Forbidden.of(asked, decision.reason()),
                                MissingNamespace.in(asked, state.discovery(), decision.explanation())));
    }

    private static AuthorizationAttributes attributesOf(ApiRequest request) {
        return AuthorizationAttributes.resource(
                request.user(),
                request.verb().toString(),
                request.resource(),
                request.subresource(),
                namespaceOf(request),
                nameOf(request));
    }

    /** A list of one name carries it (apiserver endpoints/request/requestinfo.go). */
    private static String nameOf(ApiRequest request) {
        if (request.verb() != Verb.LIST && request.verb() != Verb.WATCH) {
            return request.name();
        }
        try {
            String name = FieldSelector.parse(request.fieldSelector()).name();
            return NameRules.pathSegment(name).isEmpty() ? name : "";
        } catch (InvalidSelectorException e) {
            return "";
        }
    }

    /** A Namespace object is asked for in the namespace of its name (apiserver endpoints/request/requestinfo.go). */
    private static String namespaceOf(ApiRequest request) {
        boolean isNamespace = request.resource().groupResource().equals("namespaces");
        return isNamespace ? request.name() : request.namespace();
    }

    private static ApiResponse refuse(Status status, @Nullable Explanation explanation) {
        return new ApiResponse(status.code(), status.toObject(), List.of(), explanation);
    }

    /** What the server serves now. */
    public Discovery discovery() {
        return state.discovery();
    }

    /** Adds a listener that is told of every request with its answer; not copied by {@link #fork}. */
    public void audit(AuditListener auditor) {
        auditors.add(auditor);
    }

    /** Says what admission webhooks answer; forks know it too. */
    public void webhooks(WebhookAnswers answers) {
        state.webhooks(answers);
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

    /** An object as the server itself sees it, for reports that act as nobody. */
    public Optional<MapNode> object(GroupVersionResource resource, NamespacedName name) {
        return state.get(resource, name.namespace(), name.name());
    }

    /** All objects of a resource as the server itself sees them, for reports that act as nobody. */
    public List<MapNode> objects(GroupVersionResource resource) {
        return objects(resource, "");
    }

    /** The objects of a resource in a namespace, or in all for the empty one, as an informer's cache holds them. */
    public List<MapNode> objects(GroupVersionResource resource, String namespace) {
        return state.list(resource, namespace);
    }
}
