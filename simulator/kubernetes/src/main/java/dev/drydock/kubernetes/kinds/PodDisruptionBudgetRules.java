package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** PodDisruptionBudgets (upstream {@code pkg/apis/policy/validation/validation.go}). */
final class PodDisruptionBudgetRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode budget) {
        FieldErrors errors = new FieldErrors();
        MapNode spec = budget.findMap("spec");
        if (Read.has(spec, "minAvailable") && Read.has(spec, "maxUnavailable")) {
            errors.add(FieldError.invalid("spec", printed(spec), "minAvailable and maxUnavailable cannot be both set"));
        }
        for (String part : List.of("minAvailable", "maxUnavailable")) {
            IntOrPercent.nonNegative(errors, "spec." + part, spec.get(part));
            IntOrPercent.notMoreThanAll(errors, "spec." + part, spec.get(part));
        }
        errors.addAll(LabelSelectors.validate(spec.findMap("selector"), "spec.selector"));
        if (Read.has(spec, "unhealthyPodEvictionPolicy")) {
            Check.oneOf(
                    errors,
                    "spec.unhealthyPodEvictionPolicy",
                    spec.findText("unhealthyPodEvictionPolicy"),
                    List.of("AlwaysAllow", "IfHealthyBudget"));
        }
        return errors;
    }

    /** The server's internal type has no JSON names. */
    private static MapNode printed(MapNode spec) {
        return MapNode.builder()
                .put("MinAvailable", Read.value(spec, "minAvailable"))
                .put("Selector", Read.value(spec, "selector"))
                .put("MaxUnavailable", Read.value(spec, "maxUnavailable"))
                .put("UnhealthyPodEvictionPolicy", Read.value(spec, "unhealthyPodEvictionPolicy"))
                .build();
    }

    @Override
    public FieldErrors validateUpdate(MapNode budget, MapNode old) {
        return validateCreate(budget);
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode budget, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Field status = Field.of(budget, errors).in("status");
        Workloads.notNegative(status, "disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods");
        return errors;
    }
}
