package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What schemas demand of strings and numbers. Of several mistakes of a string only the first is told. */
final class ScalarRules {

    private ScalarRules() {}

    static void check(ScalarNode value, MapNode schema, String path, List<FieldError> errors) {
        if (value.isString()) {
            FieldError error = ofString(value.stringValue(), schema, path);
            if (error != null) {
                errors.add(error);
            }
            FieldError format = ofFormat(value.stringValue(), schema, path);
            if (format != null) {
                errors.add(format);
            }
        } else if (value.isNumber()) {
            ofNumber(value, schema, path, errors);
        }
    }

    private static @Nullable FieldError ofString(String text, MapNode schema, String path) {
        int length = text.codePointCount(0, text.length());
        Long most = schema.findLong("maxLength");
        Long least = schema.findLong("minLength");
        String pattern = schema.findString("pattern");
        if (most != null && length > most) {
            return FieldError.tooLong(path, most.intValue());
        }
        if (least != null && length < least) {
            return FieldError.invalid(path, text, path + " in body should be at least " + least + " chars long");
        }
        if (pattern != null && !matches(pattern, text)) {
            return FieldError.invalid(path, text, path + " in body should match '" + pattern + "'");
        }
        return null;
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException e) {
            return true; // Go's regular expressions know what Java's do not
        }
    }

    private static @Nullable FieldError ofFormat(String text, MapNode schema, String path) {
        String format = schema.findString("format");
        if (format == null || Formats.matches(format, text)) {
            return null;
        }
        return FieldError.typeInvalid(
                path, text, path + " in body must be of type " + format + ": " + GoQuote.quote(text));
    }

    private static void ofNumber(ScalarNode value, MapNode schema, String path, List<FieldError> errors) {
        double number = ((Number) java.util.Objects.requireNonNull(value.value())).doubleValue();
        if ("integer".equals(schema.findString("type")) && !isWhole(number)) {
            String format = schema.findString("format");
            errors.add(FieldError.invalid(
                    "<nil>",
                    "",
                    "Checked value must be of type integer "
                            + (format == null ? "(default format)" : "with format " + format) + " in " + path));
        }
        Double multiple = limit(schema, "multipleOf");
        if (multiple != null && multiple != 0 && !isWhole(number / multiple)) {
            errors.add(FieldError.invalid(path, value, path + " in body should be a multiple of " + print(multiple)));
        }
        Double least = limit(schema, "minimum");
        if (least != null && (schema.isTrue("exclusiveMinimum") ? number <= least : number < least)) {
            String words = schema.isTrue("exclusiveMinimum") ? "greater than " : "greater than or equal to ";
            errors.add(FieldError.invalid(path, value, path + " in body should be " + words + print(least)));
        }
        Double most = limit(schema, "maximum");
        if (most != null && (schema.isTrue("exclusiveMaximum") ? number >= most : number > most)) {
            String words = schema.isTrue("exclusiveMaximum") ? "less than " : "less than or equal to ";
            errors.add(FieldError.invalid(path, value, path + " in body should be " + words + print(most)));
        }
    }

    private static boolean isWhole(double quotient) {
        return quotient == Math.rint(quotient);
    }

    private static @Nullable Double limit(MapNode schema, String name) {
        Node limit = schema.get(name);
        return limit instanceof ScalarNode scalar && scalar.value() instanceof Number number
                ? number.doubleValue()
                : null;
    }

    private static String print(double limit) {
        return limit == Math.rint(limit) && Math.abs(limit) < 1e15
                ? Long.toString((long) limit)
                : Double.toString(limit);
    }
}
