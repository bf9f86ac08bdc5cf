package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which requests webhooks and admission policies are about (admissionregistration/validation/validation.go). */
final class RequestRules {

    private static final List<String> OPERATIONS = List.of("*", "CONNECT", "CREATE", "DELETE", "UPDATE");

    private RequestRules() {}

    /** What a policy or a binding matches. */
    static void matched(FieldErrors errors, MapNode matched, String path) {
        Check.oneOf(errors, path + ".matchPolicy", matched.findText("matchPolicy"), List.of("Equivalent", "Exact"));
        for (String selector : List.of("namespaceSelector", "objectSelector")) {
            errors.addAll(LabelSelectors.validate(matched.findMap(selector), path + "." + selector));
        }
        for (String rules : List.of("resourceRules", "excludeResourceRules")) {
            Read.each(matched, rules, path, (rule, at) -> {
                names(errors, rule.findList("resourceNames").strings(), at + ".resourceNames");
                rule(errors, rule, at);
            });
        }
    }

    private static void names(FieldErrors errors, List<String> names, String path) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String at = path + "[" + i + "]";
            Check.all(errors, at, names.get(i), NameRules.pathSegment(names.get(i)));
            if (!seen.add(names.get(i))) {
                errors.add(FieldError.duplicate(at, names.get(i)));
            }
        }
    }

    /** One rule of a webhook or a policy. */
    static void rule(FieldErrors errors, MapNode rule, String path) {
        alone(errors, rule, path, "operations", "operations");
        List<String> operations = rule.findList("operations").strings();
        for (int i = 0; i < operations.size(); i++) {
            Check.oneOf(errors, path + ".operations[" + i + "]", operations.get(i), OPERATIONS);
        }
        alone(errors, rule, path, "apiGroups", "API groups");
        alone(errors, rule, path, "apiVersions", "API versions");
        List<String> versions = rule.findList("apiVersions").strings();
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).isEmpty()) {
                errors.add(FieldError.required(path + ".apiVersions[" + i + "]", ""));
            }
        }
        resources(errors, rule, path + ".resources");
        if (Read.has(rule, "scope")) {
            Check.oneOf(errors, path + ".scope", rule.findText("scope"), List.of("*", "Cluster", "Namespaced"));
        }
    }

    private static void alone(FieldErrors errors, MapNode rule, String path, String field, String words) {
        List<String> values = rule.findList(field).strings();
        if (values.isEmpty()) {
            errors.add(FieldError.required(path + "." + field, ""));
        } else if (values.size() > 1 && values.contains("*")) {
            errors.add(FieldError.invalid(
                    path + "." + field, rule.findList(field), "if '*' is present, must not specify other " + words));
        }
    }

    private static void resources(FieldErrors errors, MapNode rule, String path) {
        List<String> resources = rule.findList("resources").strings();
        if (resources.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        }
        Set<String> allSubresources = new HashSet<>();
        Set<String> allResources = new HashSet<>();
        boolean plain = false;
        for (int i = 0; i < resources.size(); i++) {
            String each = resources.get(i);
            String at = path + "[" + i + "]";
            int slash = each.indexOf('/');
            if (each.isEmpty()) {
                errors.add(FieldError.required(at, ""));
                continue;
            }
            if (slash < 0) {
                // Upstream keeps only what the last plain resource says.
                plain = !each.equals("*");
                continue;
            }
            String resource = each.substring(0, slash);
            String subresource = each.substring(slash + 1);
            if (allSubresources.contains(resource)) {
                errors.add(
                        FieldError.invalid(at, each, "if '" + resource + "/*' is present, must not specify " + each));
            }
            if (allResources.contains(subresource)) {
                errors.add(FieldError.invalid(
                        at, each, "if '*/" + subresource + "' is present, must not specify " + each));
            }
            if (subresource.equals("*")) {
                allSubresources.add(resource);
            }
            if (resource.equals("*")) {
                allResources.add(subresource);
            }
        }
        if (resources.size() > 1 && resources.contains("*/*")) {
            errors.add(FieldError.invalid(
                    path, rule.findList("resources"), "if '*/*' is present, must not specify other resources"));
        }
        if (plain && resources.contains("*")) {
            errors.add(FieldError.invalid(
                    path,
                    rule.findList("resources"),
                    "if '*' is present, must not specify other resources without subresources"));
        }
    }
}
