package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** POST to a subresource: something is asked of an object that must exist. */
final class SubresourceCreates {

    private static final GroupVersionKind TOKEN_REQUEST =
            new GroupVersionKind("authentication.k8s.io", "v1", "TokenRequest");
    private static final long SHORTEST_TOKEN = 600;
    private static final long USUAL_TOKEN = 3600;

    private final ServerState state;
    private final PodBindings bindings;

    SubresourceCreates(ServerState state) {
        this.state = state;
        this.bindings = new PodBindings(state);
    }

    ApiResponse post(Call call) {
        if (call.gvr().groupResource().equals("pods")
                && call.request().subresource().equals("binding")) {
            return bindings.post(call);
        }
        if (state.get(call.resource(), call.name()).isEmpty()) {
            throw new RefusedException(
                    Statuses.notFound(call.gvr(), call.request().name()));
        }
        if (call.gvr().groupResource().equals("serviceaccounts")
                && call.request().subresource().equals("token")) {
            return token(call);
        }
        throw new NotModelledException("the subresource " + call.gvr().resource() + "/"
                + call.request().subresource());
    }

    /** A token that nobody can use: accounts act by their names here. */
    private ApiResponse token(Call call) {
        MapNode request = new Writes(state).decode(call, Writes.bodyOf(call), TOKEN_REQUEST);
        Long given = request.findLong("spec", "expirationSeconds");
        long seconds = given == null ? USUAL_TOKEN : given;
        if (seconds < SHORTEST_TOKEN) {
            FieldErrors errors = new FieldErrors()
                    .add(FieldError.invalid(
                            "spec.expirationSeconds", seconds, "may not specify a duration less than 10 minutes"));
            throw new RefusedException(errors.toStatus(TOKEN_REQUEST, ""));
        }
        String expires = state.now()
                .plus(Duration.ofSeconds(seconds))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        MapNode answer = request.with(List.of("metadata", "name"), call.name().name())
                .with(List.of("metadata", "namespace"), call.name().namespace())
                .with(List.of("spec", "expirationSeconds"), seconds)
                .with("status", MapNode.of("token", "drydock", "expirationTimestamp", expires));
        return new ApiResponse(201, answer, call.warnings(), null);
    }
}
