package dev.drydock.kubernetes.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form in which the server keeps amounts of few digits (apimachinery, pkg/api/resource/amount.go, int64Amount). Only
 * amounts in this form can be integers to expressions, and only where no fraction was written.
 */
record FastAmount(long value, int scale) {

    private static final int DIGITS = 18;
    private static final int LEAST_SCALE = -9;
    private static final Pattern PARTS = Pattern.compile("([+-]?)([0-9]*)(?:\\.([0-9]*))?(.*)");
    private static final String DECIMAL = "num kMGTPE";

    /** The amount of a text that is a quantity; null where it has too many digits for this form. */
    static @Nullable FastAmount parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String whole = parts.group(2).replaceFirst("^0+", "");
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        String suffix = parts.group(4);
        long mantissa = 1;
        int exponent = 0;
        int precision;
        if (suffix.endsWith("i")) {
            int bits = 10 * ("KMGTPE".indexOf(suffix.charAt(0)) + 1);
            if (!fraction.isEmpty()) {
                return null;
            }
            mantissa = 1L << bits;
            precision = 15 - whole.length() - (int) (bits * 3f / 10) - 1;
        } else {
            exponent = exponent(suffix);
            precision = DIGITS - whole.length() - fraction.length();
        }
        int scale = exponent - fraction.length();
        if (precision < 0 || scale < LEAST_SCALE) {
            return null;
        }
        String digits = whole + fraction;
        long number = digits.isEmpty() ? 0 : Long.parseLong(digits);
        try {
            long value = Math.multiplyExact(number, mantissa);
            return new FastAmount(parts.group(1).equals("-") ? -value : value, scale);
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static int exponent(String suffix) {
        if (suffix.length() > 1) {
            return Integer.parseInt(suffix.substring(suffix.charAt(1) == '+' ? 2 : 1));
        }
        return suffix.isEmpty() ? 0 : 3 * (DECIMAL.indexOf(suffix) - 3);
    }

    /** The sum; null where it needs the other form. */
    @Nullable
    FastAmount plus(FastAmount other) {
        if (other.value == 0) {
            return this;
        }
        if (value == 0) {
            return other;
        }
        int least = Math.min(scale, other.scale);
        Long mine = shifted(value, scale - least);
        Long theirs = shifted(other.value, other.scale - least);
        try {
            return mine == null || theirs == null ? null : new FastAmount(Math.addExact(mine, theirs), least);
        } catch (ArithmeticException e) {
            return null;
        }
    }

    FastAmount negated() {
        return new FastAmount(-value, scale);
    }

    /** The integer; null where a fraction was written or it is too great. */
    @Nullable
    Long integer() {
        return scale < 0 ? null : shifted(value, scale);
    }

    private static @Nullable Long shifted(long value, int zeros) {
        long result = value;
        try {
            for (int i = 0; i < zeros; i++) {
                result = Math.multiplyExact(result, 10);
            }
            return result;
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
