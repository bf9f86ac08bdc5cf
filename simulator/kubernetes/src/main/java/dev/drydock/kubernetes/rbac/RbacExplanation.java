package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.Explanation;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.rbac.PolicyRule.Mismatch;
import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Why RBAC decided as it did. Holds the question and the policy of that moment; what was considered is worked out only when
 * somebody asks, from the same data as the decision.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RbacExplanation implements Explanation {

    private final AuthorizationAttributes request;
    private final @Nullable RbacPolicy policy; // null when the request was allowed
    private final @Nullable Binding allowing;
    private final @Nullable PolicyRule rule;

    private RbacExplanation(
            AuthorizationAttributes request,
            @Nullable RbacPolicy policy,
            @Nullable Binding allowing,
            @Nullable PolicyRule rule) {
        this.request = request;
        this.policy = policy;
        this.allowing = allowing;
        this.rule = rule;
    }

    static RbacExplanation superuser(AuthorizationAttributes request) {
        return new RbacExplanation(request, null, null, null);
    }

    static RbacExplanation allowed(AuthorizationAttributes request, Binding binding, PolicyRule rule) {
        return new RbacExplanation(request, null, binding, rule);
    }

    static RbacExplanation refused(AuthorizationAttributes request, RbacPolicy policy) {
        return new RbacExplanation(request, policy, null, null);
    }

    /**
     * A binding that names the user, and how far it came.
     *
     * @param binding the binding
     * @param applies whether it holds where the request goes to; a RoleBinding holds in its namespace only
     * @param role the rules of its role, empty when there is no such role
     * @param nearest the rule that came nearest, if any
     * @param mismatch what the nearest rule lacks
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Considered(
            Binding binding,
            boolean applies,
            Optional<List<PolicyRule>> role,
            Optional<PolicyRule> nearest,
            Mismatch mismatch) {}

    /** What was asked. */
    public AuthorizationAttributes request() {
        return request;
    }

    /** The rule that would allow exactly this request. */
    public PolicyRule missing() {
        List<String> verbs = List.of(request.verb());
        return request.isResourceRequest()
                ? PolicyRule.of(verbs, List.of(request.group()), List.of(request.qualifiedResource()))
                : new PolicyRule(verbs, List.of(), List.of(), List.of(), List.of(request.path()));
    }

    /** The bindings that name the user, sorted; first those that hold where the request goes to. */
    public List<Considered> bindings() {
        List<Considered> near = new ArrayList<>();
        List<Considered> far = new ArrayList<>();
        if (policy != null) {
            for (Binding binding : policy.bindings()) {
                if (binding.firstMatch(request.user()) >= 0) {
                    Considered considered = consider(binding, policy);
                    (considered.applies() ? near : far).add(considered);
                }
            }
        }
        near.addAll(far);
        return near;
    }

    private Considered consider(Binding binding, RbacPolicy from) {
        boolean applies = binding.namespace().isEmpty() || binding.namespace().equals(request.namespace());
        Optional<List<PolicyRule>> role = from.resolve(binding.roleRef(), binding.namespace());
        PolicyRule nearest = null;
        Mismatch mismatch = Mismatch.SORT;
        for (PolicyRule candidate : role.orElse(List.of())) {
            Mismatch here = candidate.mismatch(request);
            if (nearest == null || rank(here) > rank(mismatch)) {
                nearest = candidate;
                mismatch = here;
            }
        }
        return new Considered(binding, applies, role, Optional.ofNullable(nearest), mismatch);
    }

    private static int rank(Mismatch mismatch) {
        return switch (mismatch) {
            case SORT -> 0;
            case RESOURCE, URL -> 1;
            case API_GROUP -> 2;
            case VERB -> 3;
            case RESOURCE_NAME -> 4;
            case NONE -> 5;
        };
    }

    @Override
    public String because() {
        if (allowing != null && rule != null) {
            return allowing + " grants " + rule;
        }
        if (policy == null) {
            return request.user().name() + " is in the group " + RbacAuthorizer.SUPERUSERS
                    + ", which may do everything";
        }
        return request.isResourceRequest() && request.namespace().isEmpty()
                ? "the request is at the cluster scope, and " + holdsNo() + " there"
                : holdsNo() + (request.isResourceRequest() ? " in namespace " + request.namespace() : "");
    }

    private String holdsNo() {
        return request.user().name() + " holds no rule for " + missing();
    }

    @Override
    public List<String> considered() {
        List<String> lines = new ArrayList<>();
        if (policy != null) {
            List<Considered> all = bindings();
            long near = all.stream().filter(Considered::applies).count();
            long far = all.size() - near;
            lines.add("bindings considered: " + near
                    + (far == 0 ? "" : ", and " + far + (far == 1 ? " that holds" : " that hold") + " elsewhere"));
            all.stream().map(this::line).forEach(lines::add);
        }
        return lines;
    }

    private String line(Considered considered) {
        Binding binding = considered.binding();
        int place = binding.firstMatch(request.user());
        String who = binding + " to " + binding.subjects().get(place).describe(binding.namespace());
        if (!considered.applies()) {
            return who + ": holds in namespace " + binding.namespace() + " only";
        }
        if (considered.role().isEmpty()) {
            return who + ": the " + binding.roleRef() + " does not exist";
        }
        return who + ": "
                + considered
                        .nearest()
                        .map(near -> lacks(near, considered.mismatch()))
                        .orElse("the role has no rules");
    }

    private String lacks(PolicyRule nearest, Mismatch mismatch) {
        return switch (mismatch) {
            case SORT -> request.isResourceRequest() ? "no rule is about resources" : "no rule is about URLs";
            case RESOURCE -> "no rule names " + request.qualifiedResource();
            case URL -> "no rule names " + request.path();
            case API_GROUP -> nearest + " is not for the API group " + GoQuote.quote(request.group());
            case VERB -> nearest + " lacks the verb " + request.verb();
            case RESOURCE_NAME ->
                request.name().isEmpty()
                        ? nearest + " is for these names only, and the request carries no name"
                        : nearest + " is not for the name " + GoQuote.quote(request.name());
            case NONE -> "allowed";
        };
    }

    @Override
    public List<String> toAllow() {
        if (policy == null) {
            return List.of();
        }
        List<String> ways = new ArrayList<>();
        for (Considered considered : bindings()) {
            if (considered.applies() && considered.role().isEmpty()) {
                ways.add("create the " + considered.binding().roleRef() + " that "
                        + considered.binding().kind() + " "
                        + considered.binding().id() + " names");
            }
        }
        ways.add(grant());
        return ways;
    }

    private String grant() {
        if (request.isResourceRequest() && !request.namespace().isEmpty()) {
            return "a Role in namespace " + request.namespace() + " with verbs " + missing() + ", bound there to "
                    + request.user().name();
        }
        return "a ClusterRole with verbs " + missing() + ", bound cluster-wide to "
                + request.user().name() + warning(request.user());
    }

    private static String warning(UserInfo user) {
        String[] parts = user.name().split(":", -1);
        return user.name().startsWith("system:serviceaccount:") && parts.length == 4
                ? ": this would let the tenant leave its namespace " + parts[2]
                : "";
    }
}
