package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Deployments (pkg/apis/apps/validation/validation.go). */
final class DeploymentRules implements WorkloadRules {

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(object, errors).in("spec");
        Workloads.notNegative(spec, "replicas");
        ReplicaSetRules.selectorAndTemplate(spec);
        strategy(spec.in("strategy"));
        Workloads.notNegative(spec, "minReadySeconds", "revisionHistoryLimit");
        Field deadline = spec.in("progressDeadlineSeconds");
        deadline.notNegative();
        if (deadline.isSet() && deadline.number(0) <= spec.number("minReadySeconds")) {
            deadline.invalid("must be greater than minReadySeconds");
        }
        return errors;
    }

    private static void strategy(Field strategy) {
        Field rolling = strategy.in("rollingUpdate");
        switch (strategy.text("type")) {
            case "Recreate" -> {
                if (rolling.isSet()) {
                    rolling.forbidden("may not be specified when strategy `type` is 'Recreate'");
                }
            }
            case "RollingUpdate" -> rolling(rolling);
            default ->
                strategy.unsupported(
                        InternalForm.of("apps.v1.DeploymentStrategy", strategy.value()),
                        List.of("Recreate", "RollingUpdate"));
        }
    }

    private static void rolling(Field rolling) {
        Field unavailable = rolling.in("maxUnavailable");
        Field surge = rolling.in("maxSurge");
        Amounts.check(unavailable);
        Amounts.check(surge);
        if (Amounts.of(unavailable) == 0 && Amounts.of(surge) == 0) {
            unavailable.invalid("may not be 0 when `maxSurge` is 0");
        }
        Amounts.notMoreThanAll(unavailable);
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = validateCreate(object);
        Workloads.immutable(Field.of(object, errors).in("spec"), old, "selector", "meta.LabelSelector");
        return errors;
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode object, MapNode old) {
        return ReplicaCounts.OF_DEPLOYMENT.check(object, old);
    }
}
