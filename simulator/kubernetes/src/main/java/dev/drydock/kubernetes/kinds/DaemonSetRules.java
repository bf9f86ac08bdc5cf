package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Daemon sets, which count the changes of their template in an annotation (pkg/registry/apps/daemonset/strategy.go). */
final class DaemonSetRules implements WorkloadRules {

    private static final List<String> GENERATION =
            List.of("metadata", "annotations", "deprecated.daemonset.template.generation");
    private static final String[] TEMPLATE = {"spec", "template"};

    @Override
    public MapNode defaults(MapNode object) {
        return object.find(GENERATION.toArray(new String[0])) == null ? object.with(GENERATION, "0") : object;
    }

    @Override
    public MapNode prepareForCreate(MapNode object) {
        MapNode kept = WorkloadRules.super.prepareForCreate(object);
        return generation(kept) < 1 ? kept.with(GENERATION, "1") : kept;
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        MapNode kept = WorkloadRules.super.prepareForUpdate(object, old);
        boolean changed = !InternalForm.same("core.v1.PodTemplateSpec", kept.find(TEMPLATE), old.find(TEMPLATE));
        return kept.with(GENERATION, Long.toString(generation(old) + (changed ? 1 : 0)));
    }

    private static long generation(MapNode object) {
        String text = object.findString(GENERATION.toArray(new String[0]));
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(object, errors).in("spec");
        Field selector = spec.in("selector");
        FieldErrors wrong = LabelSelectors.validate(selector.map(), selector.path());
        errors.addAll(wrong);
        if (wrong.isEmpty()) {
            Workloads.labels(spec);
        }
        if (selector.isSet() && Workloads.isEmpty(selector)) {
            selector.invalid(Workloads.shown(selector), "empty selector is invalid for daemonset");
        }
        Workloads.lastingTemplate(spec, "DaemonSet");
        Workloads.notNegative(spec, "minReadySeconds");
        strategy(spec.in("updateStrategy"));
        Workloads.notNegative(spec, "revisionHistoryLimit");
        return errors;
    }

    private static void strategy(Field strategy) {
        switch (strategy.text("type")) {
            case "OnDelete" -> {}
            case "RollingUpdate" -> {
                Field rolling = strategy.in("rollingUpdate");
                if (rolling.isSet()) {
                    rolling(rolling);
                } else {
                    rolling.required("");
                }
            }
            default ->
                strategy.unsupported(
                        InternalForm.of("apps.v1.DaemonSetUpdateStrategy", strategy.value()),
                        List.of("RollingUpdate", "OnDelete"));
        }
    }

    private static void rolling(Field rolling) {
        Field unavailable = rolling.in("maxUnavailable");
        Field surge = rolling.in("maxSurge");
        Amounts.check(unavailable);
        Amounts.check(surge);
        Amounts.notMoreThanAll(unavailable);
        Amounts.notMoreThanAll(surge);
        if (Amounts.of(unavailable) != 0 && Amounts.of(surge) != 0) {
            surge.invalid("may not be set when maxUnavailable is non-zero");
        } else if (Amounts.of(unavailable) == 0 && Amounts.of(surge) == 0) {
            unavailable.required("cannot be 0 when maxSurge is 0");
        }
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Workloads.immutable(Field.of(object, errors).in("spec"), old, "selector", "meta.LabelSelector");
        return errors.addAll(validateCreate(object));
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        return Workloads.warnings(object, TEMPLATE);
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode object, MapNode old) {
        return ReplicaCounts.OF_DAEMON_SET.check(object, old);
    }
}
