package dev.drydock.helm.function;

import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoObject;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as numbers (spf13/cast): what cannot be read is zero. */
final class Cast {

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private Cast() {}

    static long toInt64(@Nullable Object value) {
        if (value instanceof GoInt number) {
            return number.value();
        }
        if (value instanceof Double number) {
            return truncate(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof String text) {
            BigInteger integer = integer(withoutZeroDecimals(text));
            return integer == null ? 0 : integer.longValue();
        }
        if (value instanceof GoObject object
                && object.kind().equals("int64")
                && object.json() instanceof GoInt number) {
            return number.value();
        }
        return 0;
    }

    static double toFloat64(@Nullable Object value) {
        if (value instanceof GoInt number) {
            return number.toDouble();
        }
        if (value instanceof Double number) {
            return number;
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof String text) {
            Double number = floating(text);
            return number == null ? 0 : number;
        }
        return 0;
    }

    /** int64(f) as amd64 computes it: what has no place becomes the least integer. */
    static long truncate(double number) {
        return Double.isNaN(number) || number >= 0x1p63 || number < -0x1p63 ? Long.MIN_VALUE : (long) number;
    }

    /** A text like {@code 12.00} is an integer. */
    private static String withoutZeroDecimals(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return text;
        }
        for (int i = point + 1; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return text;
            }
        }
        return point + 1 < text.length() ? text.substring(0, point) : text;
    }

    /** strconv.ParseInt with base 0 and 64 bits. */
    static @Nullable BigInteger integer(String text) {
        String digits = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
        String lower = digits.toLowerCase(Locale.ROOT);
        int base = lower.startsWith("0x") ? 16 : lower.startsWith("0b") ? 2 : lower.startsWith("0o") ? 8 : 10;
        if (base != 10) {
            lower = lower.substring(2);
        } else if (lower.startsWith("0") && lower.length() > 1) {
            base = 8;
            lower = lower.substring(1);
        }
        String plain = lower.replace("_", "");
        boolean odd = lower.endsWith("_") || lower.contains("__") || (lower.startsWith("_") && base == 10);
        if (plain.isEmpty() || plain.length() > 80 || odd) {
            return null;
        }
        for (int i = 0; i < plain.length(); i++) {
            if (Character.digit(plain.charAt(i), base) < 0 || plain.charAt(i) > 'z') {
                return null;
            }
        }
        BigInteger value = new BigInteger((text.startsWith("-") ? "-" : "") + plain, base);
        return value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0 ? null : value;
    }

    /** strconv.ParseFloat. */
    static @Nullable Double floating(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.matches("[+-]?(inf|infinity)")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (lower.equals("nan")) {
            return Double.NaN;
        }
        boolean decimal = lower.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?");
        boolean hexadecimal = lower.matches("[+-]?0x([0-9a-f]+\\.?[0-9a-f]*|\\.[0-9a-f]+)p[+-]?[0-9]+");
        if (!decimal && !hexadecimal) {
            return null;
        }
        double value = Double.parseDouble(lower);
        return Double.isInfinite(value) ? null : (Double) value;
    }
}
