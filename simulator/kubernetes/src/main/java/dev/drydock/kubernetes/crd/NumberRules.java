package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What schemas demand of numbers (kube-openapi, pkg/validation/validate, numberValidator and values.go). */
final class NumberRules {

    private final ScalarNode value;
    private final String type;
    private final String format;
    private final ErrorPlace place;

    private NumberRules(ScalarNode value, String type, String format, ErrorPlace place) {
        this.value = value;
        this.type = type;
        this.format = format;
        this.place = place;
    }

    static Findings check(ScalarNode value, MapNode schema, ErrorPlace place) {
        boolean single = !schema.isTrue("x-kubernetes-int-or-string");
        String type = single ? schema.findText("type") : "";
        String format = schema.findText("format");
        boolean known = type.equals("integer")
                ? format.equals("int32") || format.equals("int64")
                : type.equals("number") && (format.equals("float") || format.equals("double"));
        boolean numeric = type.equals("integer") || type.equals("number");
        NumberRules rules = new NumberRules(value, numeric ? type : "", known ? format : "", place);
        Findings findings = new Findings();
        rules.range(number(value), !(value.value() instanceof Long), "Checked", findings);
        Double multiple = limit(schema, "multipleOf");
        if (multiple != null) {
            findings.merge(rules.multiple(multiple));
        }
        Double least = limit(schema, "minimum");
        if (least != null) {
            findings.merge(rules.bound(least, schema.isTrue("exclusiveMinimum"), false));
        }
        Double most = limit(schema, "maximum");
        if (most != null) {
            findings.merge(rules.bound(most, schema.isTrue("exclusiveMaximum"), true));
        }
        return findings.count();
    }

    private static double number(ScalarNode scalar) {
        return ((Number) Objects.requireNonNull(scalar.value())).doubleValue();
    }

    private static @Nullable Double limit(MapNode schema, String name) {
        Node limit = schema.get(name);
        return limit instanceof ScalarNode scalar && scalar.isNumber() ? number(scalar) : null;
    }

    /** A number, of the value or of a limit, must fit into the type and the format. */
    private void range(double number, boolean fractional, String what, Findings findings) {
        boolean fits = true;
        if (type.equals("integer") && fractional) {
            fits = number == Math.rint(number) && number >= -0x1p63 && number < 0x1p63;
        }
        if (type.equals("integer") && format.equals("int32")) {
            fits = fits && number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
        } else if (format.equals("float")) {
            fits = Math.abs(number) <= Float.MAX_VALUE;
        }
        if (!fits) {
            String with = format.isEmpty() ? " (default format)" : " with format " + format;
            place.general(findings, what + " value must be of type " + type + with + " in " + place.path());
        }
    }

    /** Integers are compared as integers unless the limit does not fit into their type. */
    private @Nullable Long whole(Findings range) {
        return range.isValid() && value.value() instanceof Long number ? number : null;
    }

    private Findings multiple(double factor) {
        Findings findings = new Findings();
        range(factor, true, "MultipleOf", findings);
        Long whole = whole(findings);
        String shown = whole == null ? GoNumbers.print(factor) : Long.toString((long) factor);
        if (whole == null ? factor <= 0 : (long) factor <= 0) {
            place.bare(
                    findings,
                    "factor MultipleOf declared for " + place.path() + " must be positive: " + shown,
                    Node.of(whole == null ? (Object) factor : (Object) (long) factor));
            return findings;
        }
        boolean fits;
        if (whole == null) {
            double number = number(value);
            fits = GoNumbers.isInteger(factor < 1 ? 1 / factor * number : number / factor);
        } else {
            fits = whole % (long) factor == 0;
        }
        if (!fits) {
            place.invalid(findings, value, "should be a multiple of " + shown);
        }
        return findings;
    }

    private Findings bound(double limit, boolean exclusive, boolean upper) {
        Findings findings = new Findings();
        range(limit, true, upper ? "Maximum boundary" : "Minimum boundary", findings);
        Long whole = whole(findings);
        int order = whole == null ? Double.compare(number(value), limit) : Long.compare(whole, (long) limit);
        int beyond = upper ? order : -order;
        if (exclusive ? beyond >= 0 : beyond > 0) {
            String words = (upper ? "less than " : "greater than ") + (exclusive ? "" : "or equal to ");
            String shown = whole == null ? GoNumbers.print(limit) : Long.toString((long) limit);
            place.invalid(findings, value, "should be " + words + shown);
        }
        return findings;
    }
}
