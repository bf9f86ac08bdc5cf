package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** Deployments (pkg/apis/apps/validation/validation.go). */
final class DeploymentRules implements KindRules {

    private static final String NOT_NEGATIVE = "must be greater than or equal to 0";

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        notNegative(object, "replicas", errors);
        errors.addAll(PodTemplates.selector(object, "deployment"));
        errors.addAll(PodTemplates.validate(object.findMap("spec", "template"), "spec.template"));
        String restart = object.findString("spec", "template", "spec", "restartPolicy");
        if (restart != null && !restart.equals("Always")) {
            errors.add(FieldError.notSupported("spec.template.spec.restartPolicy", restart, List.of("Always")));
        }
        strategy(object.findMap("spec", "strategy"), errors);
        for (String field : List.of("minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds")) {
            notNegative(object, field, errors);
        }
        Long deadline = object.findLong("spec", "progressDeadlineSeconds");
        Long ready = object.findLong("spec", "minReadySeconds");
        if (deadline != null && deadline <= (ready == null ? 0 : ready)) {
            errors.add(FieldError.invalid(
                    "spec.progressDeadlineSeconds", deadline, "must be greater than minReadySeconds"));
        }
        return errors;
    }

    private static void notNegative(MapNode object, String field, FieldErrors errors) {
        Long value = object.findLong("spec", field);
        if (value != null && value < 0) {
            errors.add(FieldError.invalid("spec." + field, value, NOT_NEGATIVE));
        }
    }

    private static void strategy(MapNode strategy, FieldErrors errors) {
        Node rolling = strategy.get("rollingUpdate");
        String type = strategy.findString("type");
        if ("Recreate".equals(type)) {
            if (rolling != null && !rolling.isNull()) {
                errors.add(FieldError.forbidden(
                        "spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'"));
            }
        } else if (!"RollingUpdate".equals(type)) {
            errors.add(FieldError.notSupported("spec.strategy", strategy, List.of("Recreate", "RollingUpdate")));
        }
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = validateCreate(object);
        Immutable.check(object, old, errors, "spec", "selector");
        return errors;
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        return PodWarnings.ofTemplate(object.findMap("spec", "template"), "spec.template");
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return PodWarnings.isNewGeneration(object, old) ? warningsOnCreate(object) : List.of();
    }
}
