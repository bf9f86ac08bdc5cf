package dev.drydock.kubernetes.authentication;

import dev.drydock.kubernetes.Explanation;
import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Authorizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a user may act as somebody else, and as whom exactly.
 *
 * <p>The modes are tried in order and the first that succeeds wins; when none does, the first refusal is told. The mode of a
 * requestor's last success is tried first, so that earlier requests change which refusal is told. Upstream:
 * {@code apiserver/pkg/endpoints/filters/impersonation}; its ten-second cache of successes is not modelled.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Impersonator {

    private final Map<String, ImpersonationMode> lastSuccess = new HashMap<>();

    /** The answer. */
    @API(status = API.Status.STABLE, since = "0.1")
    public sealed interface Outcome {

        /**
         * The request goes on as this user.
         *
         * @param user the effective user
         */
        @API(status = API.Status.STABLE, since = "0.1")
        record As(UserInfo user) implements Outcome {}

        /**
         * The request is refused.
         *
         * @param status the server's words
         * @param explanation what the authorizer considered, null when it was not asked
         */
        @API(status = API.Status.STABLE, since = "0.1")
        record Refused(Status status, @Nullable Explanation explanation) implements Outcome {}
    }

    /** An impersonator that has seen no request. */
    public Impersonator() {}

    /** A copy that goes its own way. */
    public Impersonator fork() {
        Impersonator copy = new Impersonator();
        copy.lastSuccess.putAll(lastSuccess);
        return copy;
    }

    /**
     * Decides.
     *
     * @param wanted whom the request wants to act as; must name a user or something else
     * @param request what the request is about, as its real user
     */
    public Outcome impersonate(Impersonation wanted, AuthorizationAttributes request, Authorizer authorizer) {
        Optional<Status> malformed = ImpersonationHeaders.check(wanted);
        if (malformed.isPresent()) {
            return new Outcome.Refused(malformed.get(), null);
        }
        String requestor = request.user().name();
        ImpersonationMode last = lastSuccess.get(requestor);
        Outcome.Refused first = null;
        if (last != null) {
            Outcome outcome = tryMode(last, wanted, request, authorizer);
            if (outcome instanceof Outcome.As) {
                return outcome;
            }
            first = (Outcome.Refused) outcome;
        }
        for (ImpersonationMode mode : ImpersonationMode.values()) {
            Outcome outcome = mode == last ? null : tryMode(mode, wanted, request, authorizer);
            if (outcome instanceof Outcome.As) {
                lastSuccess.put(requestor, mode);
                return outcome;
            }
            if (first == null) {
                first = (Outcome.Refused) outcome;
            }
        }
        if (first == null) {
            throw new IllegalStateException("the legacy mode concerns every request");
        }
        return first;
    }

    /** The outcome of one mode, or null when it is not about the wanted identity. */
    private static @Nullable Outcome tryMode(
            ImpersonationMode mode, Impersonation wanted, AuthorizationAttributes request, Authorizer authorizer) {
        if (!mode.concerns(wanted, request.user())) {
            return null;
        }
        return new IdentityCheck(mode, request, authorizer).check(wanted);
    }
}
