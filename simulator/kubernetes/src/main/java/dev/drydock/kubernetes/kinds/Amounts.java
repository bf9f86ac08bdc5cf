package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.PortRules;
import dev.drydock.yaml.ScalarNode;

/** Amounts of pods in strategies: a number or a percentage (ValidatePositiveIntOrPercent and its neighbours). */
final class Amounts {

    private Amounts() {}

    static void check(Field amount) {
        if (isText(amount)) {
            amount.invalid(PortRules.percent(amount.text()));
        } else {
            amount.notNegative();
        }
    }

    static void notMoreThanAll(Field amount) {
        if (isText(amount) && PortRules.percent(amount.text()).isEmpty() && of(amount) > 100) {
            amount.invalid("must not be greater than 100%");
        }
    }

    /** The number or the percentage; 0 for a text that is neither, as Go reads it. */
    static long of(Field amount) {
        if (!isText(amount)) {
            return amount.number(0);
        }
        String text = amount.text();
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : 0;
    }

    private static boolean isText(Field amount) {
        return amount.value() instanceof ScalarNode scalar && scalar.isString();
    }
}
