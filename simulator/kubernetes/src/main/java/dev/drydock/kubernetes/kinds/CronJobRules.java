package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cron jobs (pkg/apis/batch/validation/validation.go). */
final class CronJobRules implements PodMakerRules {

    private static final String[] SPEC = {"spec", "jobTemplate", "spec", "template", "spec"};

    private static final String[] JOB = {"spec", "jobTemplate", "spec"};

    @Override
    public String[] podSpec() {
        return SPEC;
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        return check(object, null);
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        return check(object, old);
    }

    private static FieldErrors check(MapNode object, @Nullable MapNode old) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(object, errors).in("spec");
        Field schedule = spec.in("schedule");
        if (schedule.text().isEmpty()) {
            schedule.required("");
        } else {
            schedule(
                    schedule,
                    spec,
                    old != null && old.findText("spec", "schedule").contains("TZ"));
        }
        Workloads.notNegative(spec, "startingDeadlineSeconds");
        Field zone = spec.in("timeZone");
        if (zone.isSet() && (old == null || !Objects.equals(zone.value(), old.find("spec", "timeZone")))) {
            zone(zone);
        }
        spec.in("concurrencyPolicy").requiredOneOf(List.of("Allow", "Forbid", "Replace"));
        Field job = spec.in("jobTemplate", "spec");
        JobSpecs.check(job);
        Field selector = job.in("selector");
        if (selector.isSet()) {
            selector.invalid(Workloads.shown(selector), "`selector` will be auto-generated");
        }
        if (job.isTrue("manualSelector")) {
            job.in("manualSelector").unsupported(true, List.of("nil", "false"));
        }
        Workloads.notNegative(spec, "successfulJobsHistoryLimit", "failedJobsHistoryLimit");
        return errors;
    }

    private static void schedule(Field schedule, Field spec, boolean hadZone) {
        String text = schedule.text();
        String wrong = CronSchedules.wrongWith(text);
        if (!wrong.isEmpty()) {
            schedule.invalid(wrong);
        }
        if (!text.contains("TZ")) {
            return;
        }
        if (!hadZone) {
            schedule.invalid("cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
        } else if (spec.has("timeZone")) {
            schedule.invalid("cannot use both timeZone field and TZ or CRON_TZ in schedule");
        }
    }

    private static void zone(Field zone) {
        String name = zone.text();
        if (name.isEmpty()) {
            zone.invalid("timeZone must be nil or non-empty string");
            return;
        }
        for (String part : name.split("/", -1)) {
            if (part.equals(".") || part.equals("..") || !part.matches("[A-Za-z._0-9+][A-Za-z._0-9+-]{0,13}")) {
                zone.invalid("unknown time zone " + name);
                return;
            }
        }
        if (name.toLowerCase(Locale.ROOT).equals("local")) {
            zone.invalid("timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
        }
        if (!CronSchedules.isZone(name)) {
            zone.invalid("unknown time zone " + name);
        }
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        List<String> warnings = Workloads.nameWarnings(object, "Pod names and hostnames");
        warnings.addAll(jobWarnings(object));
        return warnings;
    }

    private static List<String> jobWarnings(MapNode object) {
        List<String> warnings = new ArrayList<>(JobSpecs.warnings(object, JOB));
        if (object.findText("spec", "schedule").contains("TZ")) {
            warnings.add("CRON_TZ or TZ used in spec.spec.schedule is not officially supported, see"
                    + " https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#unsupported-timezone-specification"
                    + " for more details");
        }
        return warnings;
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return PodWarnings.isNewGeneration(object, old) ? jobWarnings(object) : List.of();
    }
}
