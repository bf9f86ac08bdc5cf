package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.ResourceAmountRules;
import dev.drydock.kubernetes.quantity.ResourceNames;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** ResourceQuotas (upstream {@code pkg/apis/core/validation/validation.go ValidateResourceQuota}). */
final class ResourceQuotaRules implements KindRules {

    private static final Set<String> SCOPES = Set.of(
            "Terminating",
            "NotTerminating",
            "BestEffort",
            "NotBestEffort",
            "PriorityClass",
            "CrossNamespacePodAffinity",
            "VolumeAttributesClass");
    private static final Set<String> COMPUTE =
            Set.of("cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory");
    private static final Set<String> EXISTS_ONLY =
            Set.of("Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "CrossNamespacePodAffinity");

    @Override
    public FieldErrors validateCreate(MapNode quota) {
        FieldErrors errors = new FieldErrors();
        Field hard = Field.of(quota, errors).in("spec", "hard");
        for (String name : Read.sortedKeys(hard.map())) {
            ResourceAmountRules.nameOfQuota(hard.key(name), name);
            ResourceAmountRules.quantity(hard.key(name), name);
        }
        scopes(errors, quota.findMap("spec"), hard.map());
        selector(errors, quota.findMap("spec"), hard.map());
        return errors;
    }

    private static void scopes(FieldErrors errors, MapNode spec, MapNode hard) {
        List<String> scopes = spec.findList("scopes").strings();
        Node printed = Read.value(spec, "scopes");
        for (String scope : scopes) {
            if (!SCOPES.contains(scope)) {
                errors.add(FieldError.invalid("spec.scopes", printed, "unsupported scope"));
            }
            for (String name : Read.sortedKeys(hard)) {
                if (ResourceNames.isForQuotas(name) && !isScopeFor(scope, name)) {
                    errors.add(FieldError.invalid("spec.scopes", printed, "unsupported scope applied to resource"));
                }
            }
        }
        if (areConflicting(new HashSet<>(scopes))) {
            errors.add(FieldError.invalid("spec.scopes", printed, "conflicting scopes"));
        }
    }

    private static boolean areConflicting(Set<String> scopes) {
        return scopes.containsAll(List.of("BestEffort", "NotBestEffort"))
                || scopes.containsAll(List.of("Terminating", "NotTerminating"));
    }

    private static boolean isScopeFor(String scope, String resource) {
        return switch (scope) {
            case "Terminating", "NotTerminating", "NotBestEffort", "PriorityClass", "CrossNamespacePodAffinity" ->
                resource.equals("pods") || COMPUTE.contains(resource);
            case "BestEffort" -> resource.equals("pods");
            case "VolumeAttributesClass" ->
                resource.equals("persistentvolumeclaims") || resource.equals("requests.storage");
            default -> true;
        };
    }

    private static void selector(FieldErrors errors, MapNode spec, MapNode hard) {
        String path = "spec.scopeSelector.matchExpressions";
        Set<String> scopes = new HashSet<>();
        for (Node expression : spec.findList("scopeSelector", "matchExpressions")) {
            String scope = expression.findText("scopeName");
            String operator = expression.findText("operator");
            Node values = Read.value(expression, "values");
            if (!SCOPES.contains(scope)) {
                errors.add(FieldError.invalid(path + ".scopeName", scope, "unsupported scope"));
            }
            for (String name : Read.sortedKeys(hard)) {
                if (ResourceNames.isForQuotas(name) && !isScopeFor(scope, name)) {
                    errors.add(FieldError.invalid(
                            path, Read.value(spec, "scopeSelector"), "unsupported scope applied to resource"));
                }
            }
            if (EXISTS_ONLY.contains(scope) && !operator.equals("Exists")) {
                errors.add(FieldError.invalid(
                        path + ".operator",
                        operator,
                        "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating,"
                                + " ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort,"
                                + " ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity"));
            }
            operator(errors, path, operator, expression.findList("values").isEmpty(), values);
            scopes.add(scope);
        }
        if (areConflicting(scopes)) {
            errors.add(FieldError.invalid(path, Read.value(spec, "scopes"), "conflicting scopes"));
        }
    }

    private static void operator(FieldErrors errors, String path, String operator, boolean isEmpty, Node values) {
        switch (operator) {
            case "In", "NotIn" -> {
                if (isEmpty) {
                    errors.add(FieldError.required(
                            path + ".values",
                            "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector"));
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!isEmpty) {
                    errors.add(FieldError.invalid(
                            path + ".values",
                            values,
                            "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector"));
                }
            }
            default -> errors.add(FieldError.invalid(path + ".operator", operator, "not a valid selector operator"));
        }
    }

    @Override
    public FieldErrors validateUpdate(MapNode quota, MapNode old) {
        FieldErrors errors = validateCreate(quota);
        Set<String> now = new HashSet<>(quota.findList("spec", "scopes").strings());
        if (!now.equals(new HashSet<>(old.findList("spec", "scopes").strings()))) {
            errors.add(FieldError.invalid("spec.scopes", Read.value(quota, "spec", "scopes"), Check.IMMUTABLE));
        }
        return errors;
    }
}
