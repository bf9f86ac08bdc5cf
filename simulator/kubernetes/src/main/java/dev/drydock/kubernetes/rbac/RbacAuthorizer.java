package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Authorizer;
import dev.drydock.kubernetes.authorization.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Decides by roles and bindings, after the server's one hard-wired rule: members of {@code system:masters} may do everything.
 *
 * <p>Holds the current {@link RbacPolicy}; the server tells it of every committed change with {@link #changed} before it
 * answers the next request. Upstream: {@code plugin/pkg/auth/authorizer/rbac/rbac.go}.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class RbacAuthorizer implements Authorizer {

    /** The group whose members may do everything. */
    public static final String SUPERUSERS = "system:masters";

    private RbacPolicy policy;

    /** An authorizer that starts with a policy. */
    public RbacAuthorizer(RbacPolicy policy) {
        this.policy = policy;
    }

    /** The policy by which it decides now. */
    public RbacPolicy policy() {
        return policy;
    }

    /** A copy that goes its own way; constant time. */
    public RbacAuthorizer fork() {
        return new RbacAuthorizer(policy);
    }

    /** Takes in a committed change; anything but roles and bindings is ignored. */
    public void changed(WatchEvent event) {
        if (event.resource().group().equals(RbacPolicy.GROUP)) {
            policy = event.type() == WatchEvent.Type.DELETED
                    ? policy.without(event.object())
                    : policy.with(event.object());
        }
    }

    @Override
    public Decision authorize(AuthorizationAttributes request) {
        if (request.user().groups().contains(SUPERUSERS)) {
            return new Decision.Allow("", RbacExplanation.superuser(request));
        }
        Search search = new Search(request, policy);
        policy.visitGrants(request.user(), request.namespace(), search);
        Grant grant = search.grant;
        PolicyRule rule = search.rule;
        if (grant != null && rule != null) {
            return new Decision.Allow(grant.reason(), RbacExplanation.allowed(request, grant.binding(), rule));
        }
        String reason = search.errors == null ? "" : "RBAC: " + EffectiveRules.aggregate(search.errors);
        return new Decision.NoOpinion(reason, RbacExplanation.refused(request, policy));
    }

    /** Stops at the first rule that allows the request. */
    private static final class Search implements Predicate<Grant> {
        private final AuthorizationAttributes request;
        private final RbacPolicy policy;
        private @Nullable Grant grant;
        private @Nullable PolicyRule rule;
        private @Nullable List<String> errors;

        private Search(AuthorizationAttributes request, RbacPolicy policy) {
            this.request = request;
            this.policy = policy;
        }

        @Override
        public boolean test(Grant found) {
            RoleRef ref = found.binding().roleRef();
            RoleContent role = policy.contentOf(ref, found.binding().namespace());
            if (role == null) {
                addError(RbacPolicy.resolutionError(ref));
                return true;
            }
            for (PolicyRule candidate : role.candidates(request)) {
                if (candidate.allows(request)) {
                    grant = found;
                    rule = candidate;
                    return false;
                }
            }
            return true;
        }

        private void addError(String message) {
            List<String> collected = errors;
            if (collected == null) {
                collected = new ArrayList<>();
                errors = collected;
            }
            collected.add(message);
        }
    }
}
