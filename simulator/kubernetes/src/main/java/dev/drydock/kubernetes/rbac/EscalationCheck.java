package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Authorizer;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Keeps users from granting what they do not hold: runs on every write of a role or binding, after admission has changed the
 * object and before it is validated.
 *
 * <p>Upstream: {@code pkg/registry/rbac/*}{@code /policybased/storage.go} and {@code escalation_check.go}.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class EscalationCheck {

    private static final List<PolicyRule> EVERYTHING = List.of(
            PolicyRule.of(List.of("*"), List.of("*"), List.of("*")),
            new PolicyRule(List.of("*"), List.of(), List.of(), List.of(), List.of("*")));

    private final RbacPolicy policy;
    private final Authorizer authorizer;

    /** A check against the roles and bindings of one moment; the authorizer answers for {@code escalate} and {@code bind}. */
    public EscalationCheck(RbacPolicy policy, Authorizer authorizer) {
        this.policy = policy;
        this.authorizer = authorizer;
    }

    /**
     * A write of a role or binding.
     *
     * @param user who writes
     * @param resource one of roles, clusterroles, rolebindings, clusterrolebindings
     * @param namespace namespace of the request, empty at the cluster scope
     * @param name name in the URL, empty for POST
     * @param object what is to be stored
     * @param old what is stored, null when nothing is
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record Write(
            UserInfo user,
            GroupVersionResource resource,
            String namespace,
            String name,
            MapNode object,
            @Nullable MapNode old) {

        String objectName() {
            return object.findText("metadata", "name");
        }
    }

    /** Whether writes of a resource are to be checked. */
    public static boolean concerns(GroupVersionResource resource) {
        return resource.group().equals(RbacPolicy.GROUP)
                && switch (resource.resource()) {
                    case "roles", "clusterroles", "rolebindings", "clusterrolebindings" -> true;
                    default -> false;
                };
    }

    /** The refusal of a write, or empty when it may go on. */
    public Optional<Status> check(Write write) {
        if (write.user().groups().contains(RbacAuthorizer.SUPERUSERS)) {
            return Optional.empty();
        }
        return switch (write.resource().resource()) {
            case "roles", "clusterroles" -> checkRole(write);
            case "rolebindings", "clusterrolebindings" -> checkBinding(write);
            default -> Optional.empty();
        };
    }

    private Optional<Status> checkRole(Write write) {
        if (may(write, "escalate", write.resource(), write.name()) || OnlyCollectorFields.differ(write)) {
            return Optional.empty();
        }
        Optional<Status> refusal = confirm(write, PolicyRule.rulesOf(write.object()));
        if (refusal.isEmpty() && aggregates(write) && missing(write, EVERYTHING).isPresent()) {
            return Optional.of(forbidden(write, "must have cluster-admin privileges to use the aggregationRule"));
        }
        return refusal;
    }

    /** An aggregating role can gather anything, and giving the aggregation up keeps what it gathered. */
    private static boolean aggregates(Write write) {
        MapNode old = write.old();
        return hasAggregation(write.object()) || (old != null && hasAggregation(old));
    }

    private static boolean hasAggregation(MapNode role) {
        return !role.findList("aggregationRule", "clusterRoleSelectors").isEmpty();
    }

    private Optional<Status> checkBinding(Write write) {
        RoleRef ref = RoleRef.of(write.object());
        if (OnlyCollectorFields.differ(write) || mayBind(write, ref)) {
            return Optional.empty();
        }
        Optional<List<PolicyRule>> rules = policy.resolve(ref, write.namespace());
        return rules.isPresent() ? confirm(write, rules.get()) : Optional.of(unresolved(write, ref));
    }

    private boolean mayBind(Write write, RoleRef ref) {
        String resource = ref.kind().equals("Role") ? "roles" : ref.kind().equals("ClusterRole") ? "clusterroles" : "";
        return !resource.isEmpty()
                && may(write, "bind", new GroupVersionResource(ref.apiGroup(), "", resource), ref.name());
    }

    private boolean may(Write write, String verb, GroupVersionResource resource, String name) {
        return authorizer
                .authorize(AuthorizationAttributes.resource(write.user(), verb, resource, "", write.namespace(), name))
                .isAllowed();
    }

    /** The role is read with the context of the request, so that its absence is told as that of the request's resource. */
    private static Status unresolved(Write write, RoleRef ref) {
        if (!ref.kind().equals("Role") && !ref.kind().equals("ClusterRole")) {
            return new Status(500, "", "unsupported role reference kind: " + GoQuote.quote(ref.kind()), null);
        }
        if (ref.name().isEmpty()) {
            return new Status(400, "BadRequest", "Name parameter required.", null);
        }
        MapNode details = MapNode.of(
                "name",
                ref.name(),
                "group",
                write.resource().group(),
                "kind",
                write.resource().resource());
        return new Status(404, "NotFound", notFound(write.resource(), ref.name()), details);
    }

    static String notFound(GroupVersionResource resource, String name) {
        return resource.groupResource() + " " + GoQuote.quote(name) + " not found";
    }

    private Optional<Status> confirm(Write write, List<PolicyRule> wanted) {
        return missing(write, wanted).map(text -> forbidden(write, text));
    }

    private static Status forbidden(Write write, String text) {
        return Forbidden.of(write.resource(), write.objectName(), text);
    }

    private Optional<String> missing(Write write, List<PolicyRule> wanted) {
        EffectiveRules held = policy.rulesFor(write.user(), write.namespace(), write.resource());
        List<PolicyRule> missing = RuleCoverage.missing(held.rules(), wanted);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String text = "user " + GoQuote.quote(write.user().name()) + " (groups="
                + GoQuote.quote(write.user().groups())
                + ") is attempting to grant RBAC permissions not currently held:\n"
                + RuleCoverage.describe(missing);
        return Optional.of(held.errors().isEmpty() ? text : text + "; resolution errors: [" + held.error() + "]");
    }
}
