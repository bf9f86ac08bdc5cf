package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.DisabledFields;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Replica sets (pkg/apis/apps/validation/validation.go). */
final class ReplicaSetRules implements KindRules {

    private static final String[] SPEC = {"spec", "template", "spec"};

    private static final String[] TEMPLATE = {"spec", "template"};

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return DisabledFields.dropped(object, null, SPEC);
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        return DisabledFields.dropped(object, old, SPEC);
    }

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

    /** The whole object is checked twice, as the strategy does. */
    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = validateCreate(object).addAll(validateCreate(object));
        Workloads.immutable(Field.of(object, errors).in("spec"), old, "selector", "meta.LabelSelector");
        return errors;
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        List<String> warnings = Workloads.nameWarnings(object, "Pod names and hostnames");
        warnings.addAll(Workloads.warnings(object, TEMPLATE));
        return warnings;
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return PodWarnings.isNewGeneration(object, old) ? Workloads.warnings(object, TEMPLATE) : List.of();
    }
}
