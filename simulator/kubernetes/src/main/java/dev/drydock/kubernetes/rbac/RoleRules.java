package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.apiguardian.api.API;

/** Roles and ClusterRoles (upstream {@code pkg/apis/rbac/validation/validation.go}). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RoleRules implements KindRules {

    private final boolean isNamespaced;

    /** Rules of Roles, or of ClusterRoles. */
    public RoleRules(boolean isNamespaced) {
        this.isNamespaced = isNamespaced;
    }

    @Override
    public FieldErrors validateCreate(MapNode role) {
        FieldErrors errors = new FieldErrors();
        List<Node> rules = role.findList("rules").items();
        for (int i = 0; i < rules.size(); i++) {
            validateRule(PolicyRule.from(rules.get(i)), "rules[" + i + "]", errors);
        }
        if (!isNamespaced && role.get("aggregationRule") instanceof MapNode aggregation) {
            validateAggregation(aggregation, errors);
        }
        return errors;
    }

    private void validateRule(PolicyRule rule, String path, FieldErrors errors) {
        if (rule.verbs().isEmpty()) {
            errors.add(FieldError.required(path + ".verbs", "verbs must contain at least one value"));
        }
        if (!rule.nonResourceUrls().isEmpty()) {
            validateUrls(rule, path + ".nonResourceURLs", errors);
            return;
        }
        if (rule.apiGroups().isEmpty()) {
            errors.add(FieldError.required(path + ".apiGroups", "resource rules must supply at least one api group"));
        }
        if (rule.resources().isEmpty()) {
            errors.add(FieldError.required(path + ".resources", "resource rules must supply at least one resource"));
        }
    }

    private void validateUrls(PolicyRule rule, String path, FieldErrors errors) {
        ListNode urls = ListNode.ofStrings(rule.nonResourceUrls());
        if (isNamespaced) {
            errors.add(FieldError.invalid(path, urls, "namespaced rules cannot apply to non-resource URLs"));
        }
        if (!rule.apiGroups().isEmpty()
                || !rule.resources().isEmpty()
                || !rule.resourceNames().isEmpty()) {
            errors.add(FieldError.invalid(
                    path, urls, "rules cannot apply to both regular resources and non-resource URLs"));
        }
    }

    private static void validateAggregation(MapNode aggregation, FieldErrors errors) {
        String path = "aggregationRule.clusterRoleSelectors";
        List<Node> selectors = aggregation.findList("clusterRoleSelectors").items();
        if (selectors.isEmpty()) {
            errors.add(FieldError.required(
                    path, "at least one clusterRoleSelector required if aggregationRule is non-nil"));
        }
        for (int i = 0; i < selectors.size(); i++) {
            String at = path + "[" + i + "]";
            FieldErrors wrong =
                    LabelSelectors.validate(selectors.get(i) instanceof MapNode map ? map : MapNode.EMPTY, at);
            errors.addAll(wrong);
            if (!wrong.isEmpty()) {
                // Upstream prints the selector that it failed to make, which is none.
                errors.add(FieldError.invalid(at, null, "invalid label selector."));
            }
        }
    }
}
