package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;

/** Replica sets (pkg/apis/apps/validation/validation.go). */
final class ReplicaSetRules implements WorkloadRules {

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(object, errors).in("spec");
        Workloads.notNegative(spec, "replicas", "minReadySeconds");
        selectorAndTemplate(spec);
        return errors;
    }

    /** Deployments are checked by the same words. */
    static void selectorAndTemplate(Field spec) {
        if (!Workloads.selector(spec, "empty selector is invalid for deployment")) {
            Field selector = spec.in("selector");
            selector.invalid(Workloads.shown(selector), "invalid label selector");
            return;
        }
        if (!spec.has("selector") || !Workloads.isEmpty(spec.in("selector"))) {
            Workloads.labels(spec);
        }
        Workloads.lastingTemplate(spec, "ReplicaSet");
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = validateCreate(object);
        Workloads.immutable(Field.of(object, errors).in("spec"), old, "selector", "meta.LabelSelector");
        return errors;
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode object, MapNode old) {
        return ReplicaCounts.OF_REPLICA_SET.check(object, old);
    }
}
