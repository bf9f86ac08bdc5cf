package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.GoQuote;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When a job fails by the end of one pod, and when it succeeds before the end of all. */
final class JobPolicies {

    private static final int MOST_RULES = 20;
    private static final int MOST_CODES = 255;
    private static final int LONGEST_INDEXES = 64 * 1024;
    private static final List<String> ACTIONS = List.of("Count", "FailIndex", "FailJob", "Ignore");
    private static final List<String> STATUSES = List.of("False", "True", "Unknown");

    private JobPolicies() {}

    static void failure(Field spec) {
        Field rules = spec.in("podFailurePolicy", "rules");
        int size = spec.size("podFailurePolicy", "rules");
        if (size > MOST_RULES) {
            rules.add(FieldError.tooMany(rules.path(), size, MOST_RULES));
        }
        Set<String> names = new HashSet<>();
        for (String list : List.of("containers", "initContainers")) {
            spec.in("template", "spec").items(list).forEach(container -> names.add(container.text("name")));
        }
        for (Field rule : spec.in("podFailurePolicy").items("rules")) {
            rule(rule, spec, names);
        }
    }

    private static void rule(Field rule, Field spec, Set<String> names) {
        Field action = rule.in("action");
        if (action.text().isEmpty()) {
            action.required("valid values: " + quoted(ACTIONS));
        } else if (action.text().equals("FailIndex")) {
            if (!spec.has("backoffLimitPerIndex")) {
                action.invalid("requires the backoffLimitPerIndex to be set");
            }
        } else {
            action.oneOf(ACTIONS);
        }
        boolean byCode = rule.has("onExitCodes");
        boolean byCondition = rule.size("onPodConditions") > 0;
        if (byCode) {
            codes(rule.in("onExitCodes"), names);
        }
        if (byCondition) {
            conditions(rule);
        }
        if (byCode && byCondition) {
            rule.wrong("specifying both OnExitCodes and OnPodConditions is not supported");
        } else if (!byCode && !byCondition) {
            rule.wrong("specifying one of OnExitCodes and OnPodConditions is required");
        }
    }

    /** As Go prints a list of texts in quotes. */
    private static String quoted(List<String> values) {
        return "[" + String.join(" ", values.stream().map(GoQuote::quote).toList()) + "]";
    }

    private static void conditions(Field rule) {
        int size = rule.size("onPodConditions");
        if (size > MOST_RULES) {
            rule.add(FieldError.tooMany(rule.path() + ".onPodConditions", size, MOST_RULES));
        }
        for (Field pattern : rule.items("onPodConditions")) {
            String type = pattern.text("type");
            NameRules.labelKey(type).forEach(wrong -> pattern.in("type").invalid(type, wrong));
            Field status = pattern.in("status");
            if (status.text().isEmpty()) {
                status.required("valid values: " + quoted(STATUSES));
            } else {
                status.oneOf(STATUSES);
            }
        }
    }

    private static void codes(Field codes, Set<String> names) {
        Field operator = codes.in("operator");
        List<String> operators = List.of("In", "NotIn");
        if (operator.text().isEmpty()) {
            operator.required("valid values: " + quoted(operators));
        } else {
            operator.oneOf(operators);
        }
        Field container = codes.in("containerName");
        if (container.isSet() && !names.contains(container.text())) {
            container.invalid("must be one of the container or initContainer names in the pod template");
        }
        Field values = codes.in("values");
        int size = codes.size("values");
        if (size == 0) {
            values.invalid("at least one value is required");
        } else if (size > MOST_CODES) {
            values.add(FieldError.tooMany(values.path(), size, MOST_CODES));
        }
        Set<Long> seen = new HashSet<>();
        boolean ordered = true;
        long last = Long.MIN_VALUE;
        for (Field value : codes.items("values")) {
            long code = value.number(0);
            if (operator.text().equals("In") && code == 0) {
                value.invalid("must not be 0 for the In operator");
            }
            if (!seen.add(code)) {
                value.add(FieldError.duplicate(value.path(), code));
            }
            ordered &= last <= code;
            last = code;
        }
        if (!ordered) {
            values.invalid("must be ordered");
        }
    }

    static void success(Field spec) {
        Field rules = spec.in("successPolicy", "rules");
        int size = spec.size("successPolicy", "rules");
        if (size == 0) {
            rules.required("at least one rules must be specified when the successPolicy is specified");
        } else if (size > MOST_RULES) {
            rules.add(FieldError.tooMany(rules.path(), size, MOST_RULES));
        }
        for (Field rule : spec.in("successPolicy").items("rules")) {
            successRule(rule, spec.number("completions"));
        }
    }

    private static void successRule(Field rule, long completions) {
        Field indexes = rule.in("succeededIndexes");
        Field count = rule.in("succeededCount");
        if (!count.isSet() && !indexes.isSet()) {
            rule.required("at least one of succeededCount or succeededIndexes must be specified");
        }
        long total = 0;
        if (indexes.isSet()) {
            if (indexes.text().length() > LONGEST_INDEXES) {
                indexes.add(FieldError.tooLong(indexes.path(), LONGEST_INDEXES));
            }
            JobIndexes parsed = JobIndexes.parse(indexes.text(), completions);
            total = parsed.total();
            if (!parsed.error().isEmpty()) {
                indexes.invalid("error parsing succeededIndexes: " + parsed.error());
            }
        }
        if (!count.isSet()) {
            return;
        }
        count.notNegative();
        if (count.number(0) > completions) {
            count.invalid("must be less than or equal to " + completions + " (the number of specified completions)");
        }
        if (indexes.isSet() && count.number(0) > total) {
            count.invalid("must be less than or equal to " + total
                    + " (the number of indexes in the specified succeededIndexes field)");
        }
    }
}
