package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Cron jobs (pkg/apis/batch/validation/validation.go). */
final class CronJobRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        String schedule = object.findString("spec", "schedule");
        if (schedule == null || schedule.isEmpty()) {
            errors.add(FieldError.required("spec.schedule", ""));
        } else if (schedule.contains("TZ")) {
            errors.add(FieldError.invalid(
                    "spec.schedule", schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead"));
        }
        return errors.addAll(PodTemplates.validate(
                object.findMap("spec", "jobTemplate", "spec", "template"), "spec.jobTemplate.spec.template"));
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        return validateCreate(object);
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        return PodWarnings.ofTemplate(
                object.findMap("spec", "jobTemplate", "spec", "template"), "spec.jobTemplate.spec.template");
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return PodWarnings.isNewGeneration(object, old) ? warningsOnCreate(object) : List.of();
    }
}
