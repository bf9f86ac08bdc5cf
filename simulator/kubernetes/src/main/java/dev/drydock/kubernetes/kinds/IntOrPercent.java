package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.PortRules;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import org.jspecify.annotations.Nullable;

/** Values that are a number or a percentage. */
final class IntOrPercent {

    private IntOrPercent() {}

    /** A percentage, or a number that is not negative; nothing when the value is absent. */
    static void nonNegative(FieldErrors errors, String field, @Nullable Node value) {
        if (!(value instanceof ScalarNode scalar) || value.isNull()) {
            return;
        }
        if (scalar.isString()) {
            Check.all(errors, field, scalar.stringValue(), PortRules.percent(scalar.stringValue()));
        } else if (scalar.value() instanceof Long number && number < 0) {
            errors.add(FieldError.invalid(field, number, "must be greater than or equal to 0"));
        }
    }

    /** At most 100 %, where the value is a percentage. */
    static void notMoreThanAll(FieldErrors errors, String field, @Nullable Node value) {
        if (percent(value) > 100) {
            errors.add(FieldError.invalid(field, value, "must not be greater than 100%"));
        }
    }

    /** The percentage, or -1 when the value is none. */
    static long percent(@Nullable Node value) {
        if (!(value instanceof ScalarNode scalar) || !scalar.isString()) {
            return -1;
        }
        String text = scalar.stringValue();
        return text.matches("[0-9]{1,9}%") ? Long.parseLong(text.substring(0, text.length() - 1)) : -1;
    }
}
