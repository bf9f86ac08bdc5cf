package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of a role, found by the API group that a request is about, so that a decision looks at few of them. */
final class RoleContent {

    private static final String ALL = "*";

    private final List<PolicyRule> rules;
    private final Map<String, PolicyRule[]> byGroup = new HashMap<>(); // never iterated
    private final PolicyRule[] forAnyGroup;
    private final PolicyRule[] forUrls;

    RoleContent(List<PolicyRule> rules) {
        this.rules = List.copyOf(rules);
        for (PolicyRule rule : rules) {
            for (String group : rule.apiGroups()) {
                byGroup.computeIfAbsent(group, this::rulesFor);
            }
        }
        this.forAnyGroup = rulesFor(ALL);
        this.forUrls =
                rules.stream().filter(rule -> !rule.nonResourceUrls().isEmpty()).toArray(PolicyRule[]::new);
    }

    private PolicyRule[] rulesFor(String group) {
        return rules.stream()
                .filter(rule ->
                        rule.apiGroups().contains(group) || rule.apiGroups().contains(ALL))
                .toArray(PolicyRule[]::new);
    }

    List<PolicyRule> rules() {
        return rules;
    }

    /** The rules that could allow a request, in their order. */
    PolicyRule[] candidates(AuthorizationAttributes request) {
        return request.isResourceRequest() ? byGroup.getOrDefault(request.group(), forAnyGroup) : forUrls;
    }
}
