package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiRequest;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.selector.InvalidSelectorException;
import java.util.List;
import java.util.Optional;

/** Leads an authorized request to the handler of its verb. */
public final class RequestHandlers {

    private final ServerState state;
    private final Reads reads;
    private final Creates creates;
    private final SubresourceCreates subresources;
    private final Updates updates;
    private final Scales scales;
    private final Deletes deletes;
    private final Definitions definitions;
    private final PolicyStatuses policies;

    /** The handlers of a server. */
    public RequestHandlers(ServerState state) {
        this.state = state;
        this.reads = new Reads(state);
        this.creates = new Creates(state);
        this.subresources = new SubresourceCreates(state);
        this.updates = new Updates(state, creates);
        this.scales = new Scales(state, updates);
        this.deletes = new Deletes(state, reads);
        this.definitions = new Definitions(state, deletes);
        this.policies = new PolicyStatuses(state);
    }

    /** Answers; a refusal is an answer. */
    public ApiResponse handle(ApiRequest request, UserInfo user) {
        Optional<ApiResource> resource = state.discovery().find(request.resource());
        if (resource.isEmpty()) {
            return new RefusedException(Statuses.noSuchResource()).response(List.of());
        }
        Call call = Call.of(request, user, resource.get());
        call.warn(Deprecations.of(state, call));
        try {
            ApiResponse response = dispatch(call);
            if (call.request().verb().isWrite()) {
                definitions.after(call);
                policies.after(call);
            }
            return response;
        } catch (RefusedException e) {
            return e.response(call.warnings());
        } catch (InvalidSelectorException e) {
            return new RefusedException(Statuses.badRequest(String.valueOf(e.getMessage()))).response(call.warnings());
        }
    }

    private ApiResponse dispatch(Call call) {
        String subresource = call.request().subresource();
        if (!subresource.isEmpty() && !call.resource().subresources().containsKey(subresource)) {
            throw new RefusedException(
                    call.isCustom()
                            ? Statuses.notFound(call.gvr(), call.request().name())
                            : Statuses.noSuchResource());
        }
        checkPath(call);
        OptionErrors.check(call);
        if (subresource.equals("scale")) {
            return scale(call);
        }
        return switch (call.request().verb()) {
            case GET -> reads.get(call);
            case LIST, WATCH -> reads.list(call);
            case CREATE -> subresource.isEmpty() ? creates.post(call) : subresources.post(call);
            case UPDATE -> updates.put(call);
            case PATCH -> updates.patch(call, call.request().patchType().orElse(PatchType.STRATEGIC));
            case DELETE -> deletes.delete(call);
            case DELETECOLLECTION -> deletes.deleteCollection(call);
        };
    }

    /** A path exists when any method of it does. */
    private static boolean isRegistered(ApiResource resource, boolean named) {
        List<String> verbs = named
                ? List.of("get", "update", "patch", "delete")
                : List.of("list", "create", "deletecollection", "watch");
        return verbs.stream().anyMatch(resource.verbs()::contains);
    }

    private ApiResponse scale(Call call) {
        return switch (call.request().verb()) {
            case UPDATE -> scales.put(call);
            case PATCH -> scales.patch(call, call.request().patchType().orElse(PatchType.STRATEGIC));
            default -> scales.get(call);
        };
    }

    /** Whether the path of the request is one of the resource, and the method one that it answers. */
    private static void checkPath(Call call) {
        ApiRequest request = call.request();
        boolean named = !request.name().isEmpty();
        boolean inNamespace = !request.namespace().isEmpty();
        boolean namespaced = call.resource().namespaced();
        if (inNamespace != namespaced && (inNamespace || named)) {
            throw new RefusedException(Statuses.noSuchResource());
        }
        ApiResource.Subresource subresource = call.resource().subresources().get(request.subresource());
        if (subresource != null) {
            if (!subresource.verbs().contains(request.verb().toString())) {
                throw new RefusedException(
                        call.isCustom()
                                ? Statuses.methodNotSupported(
                                        call.gvr(), request.verb().toString())
                                : Statuses.methodNotAllowed());
            }
            return;
        }
        if (!isRegistered(call.resource(), named)) {
            throw new RefusedException(Statuses.noSuchResource());
        }
        boolean wrong = switch (request.verb()) {
            case CREATE -> (named && !call.isCustom()) || inNamespace != namespaced;
            case DELETECOLLECTION -> inNamespace != namespaced;
            case UPDATE, PATCH, DELETE -> !named;
            default -> false;
        };
        if (wrong || !call.resource().verbs().contains(request.verb().toString())) {
            throw new RefusedException(Statuses.methodNotAllowed());
        }
    }
}
