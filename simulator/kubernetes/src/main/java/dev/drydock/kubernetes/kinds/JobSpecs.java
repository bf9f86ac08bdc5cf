package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.PodTemplateRules;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Specs of jobs, also of those that cron jobs make (pkg/apis/batch/validation/validation.go, validateJobSpec). */
final class JobSpecs {

    private static final long MOST_INDEXED = 100_000;
    private static final long MOST_OF_MANY = 10_000;
    private static final int LONGEST_MANAGER = 63;
    private static final String NEEDS_INDEXES = "requires indexed completion mode";
    private static final String NEVER = "Never";

    private JobSpecs() {}

    static void check(Field spec) {
        Workloads.notNegative(
                spec,
                "parallelism",
                "completions",
                "activeDeadlineSeconds",
                "backoffLimit",
                "ttlSecondsAfterFinished",
                "backoffLimitPerIndex",
                "maxFailedIndexes");
        if (spec.has("maxFailedIndexes") && !spec.has("backoffLimitPerIndex")) {
            spec.in("backoffLimitPerIndex").required("when maxFailedIndexes is specified");
        }
        Field manager = spec.in("managedBy");
        if (manager.isSet()) {
            dev.drydock.kubernetes.validation.FieldErrors wrong = new dev.drydock.kubernetes.validation.FieldErrors();
            Check.domainPrefixedPath(wrong, manager.path(), manager.text());
            spec.addAll(wrong);
            if (manager.text().length() > LONGEST_MANAGER) {
                spec.add(FieldError.tooLong(manager.path(), LONGEST_MANAGER));
            }
        }
        mode(spec);
        if (spec.has("podFailurePolicy")) {
            JobPolicies.failure(spec);
        }
        Field success = spec.in("successPolicy");
        if (success.isSet()) {
            if (isIndexed(spec)) {
                JobPolicies.success(spec);
            } else {
                success.invalid(InternalForm.of("batch.v1.SuccessPolicy", success.value()), NEEDS_INDEXES);
            }
        }
        replacement(spec);
        PodTemplateRules.check(spec.in("template"));
        restart(spec);
    }

    static boolean isIndexed(Field spec) {
        return spec.text("completionMode").equals("Indexed");
    }

    private static void mode(Field spec) {
        if (spec.has("completionMode")) {
            spec.in("completionMode").oneOf(List.of("NonIndexed", "Indexed"));
        }
        if (isIndexed(spec)) {
            indexed(spec);
        } else if (!spec.has("completionMode") || spec.text("completionMode").equals("NonIndexed")) {
            for (String field : List.of("backoffLimitPerIndex", "maxFailedIndexes")) {
                if (spec.has(field)) {
                    spec.in(field).invalid(NEEDS_INDEXES);
                }
            }
        }
    }

    private static void indexed(Field spec) {
        Field completions = spec.in("completions");
        Field parallelism = spec.in("parallelism");
        Field failed = spec.in("maxFailedIndexes");
        if (!completions.isSet()) {
            completions.required("when completion mode is Indexed");
        }
        if (parallelism.number(0) > MOST_INDEXED) {
            parallelism.invalid("must be less than or equal to " + MOST_INDEXED + " when completion mode is Indexed");
        }
        if (completions.isSet() && failed.isSet() && failed.number(0) > completions.number(0)) {
            failed.invalid("must be less than or equal to completions");
        }
        if (failed.number(0) > MOST_INDEXED) {
            failed.invalid("must be less than or equal to " + MOST_INDEXED);
        }
        if (completions.number(0) <= MOST_INDEXED || !spec.has("backoffLimitPerIndex")) {
            return;
        }
        if (!failed.isSet()) {
            failed.required("must be specified when completions is above " + MOST_INDEXED);
        }
        String many = "must be less than or equal to " + MOST_OF_MANY + " when completions are above " + MOST_INDEXED
                + " and used with backoff limit per index";
        for (Field limited : List.of(parallelism, failed)) {
            if (limited.number(0) > MOST_OF_MANY) {
                limited.invalid(many);
            }
        }
    }

    private static void replacement(Field spec) {
        Field policy = spec.in("podReplacementPolicy");
        if (policy.isSet()) {
            policy.oneOf(spec.has("podFailurePolicy") ? List.of("Failed") : List.of("Failed", "TerminatingOrFailed"));
        }
    }

    private static void restart(Field spec) {
        Field policy = spec.in("template", "spec", "restartPolicy");
        switch (policy.text()) {
            case "", "Always" -> policy.required("valid values: \"OnFailure\", \"Never\"");
            case "OnFailure" -> {
                if (spec.has("podFailurePolicy")) {
                    policy.invalid("only \"Never\" is supported when podFailurePolicy is specified");
                }
            }
            case NEVER -> {}
            default -> policy.unsupported(policy.text(), List.of("OnFailure", NEVER));
        }
    }

    static List<String> warnings(MapNode object, String... path) {
        List<String> warnings = new ArrayList<>();
        MapNode spec = object.findMap(path);
        Long completions = spec.findLong("completions");
        Long parallelism = spec.findLong("parallelism");
        if (spec.findText("completionMode").equals("Indexed")
                && completions != null
                && parallelism != null
                && completions > MOST_INDEXED
                && parallelism > MOST_OF_MANY) {
            warnings.add(
                    "In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4,"
                            + " Kubernetes might not be able to track completedIndexes when a big number of indexes fail");
        }
        String[] template = Arrays.copyOf(path, path.length + 1);
        template[path.length] = "template";
        warnings.addAll(Workloads.warnings(object, template));
        return warnings;
    }
}
