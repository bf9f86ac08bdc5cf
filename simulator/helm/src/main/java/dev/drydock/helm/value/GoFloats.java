package dev.drydock.helm.value;

import dev.drydock.yaml.GoNumbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apiguardian.api.API;

/** Floating-point numbers in strconv's formats. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoFloats {

    private GoFloats() {}

    /** strconv.FormatFloat; a precision below zero means the shortest digits. */
    public static String format(double value, char verb, int precision) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean negative = value < 0 || (value == 0 && 1 / value < 0);
        double size = Math.abs(value);
        String text = switch (verb) {
            case 'e', 'E' -> exponential(size, precision, verb);
            case 'f', 'F' -> fixed(size, precision);
            default -> general(size, precision, verb == 'G' ? 'E' : 'e');
        };
        return negative ? "-" + text : text;
    }

    /** The bits as {@code %b}, {@code %x} and {@code %X} show them. */
    static String binary(double value, char verb) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return format(value, 'g', -1);
        }
        if (verb == 'b') {
            int exponent = Math.getExponent(value);
            boolean subnormal = exponent < Double.MIN_EXPONENT;
            long bits = Double.doubleToRawLongBits(Math.abs(value)) & ((1L << 52) - 1);
            long mantissa = subnormal ? bits : bits | (1L << 52);
            int power = (subnormal ? Double.MIN_EXPONENT : exponent) - 52;
            String sign = value < 0 || (value == 0 && 1 / value < 0) ? "-" : "";
            return sign + mantissa + "p" + (power < 0 ? "" : "+") + power;
        }
        String text = value == 0
                ? Double.toHexString(value).replace("0x0.0", "0x0")
                : Double.toHexString(value).replace(".0p", "p");
        int p = text.indexOf('p');
        int power = Integer.parseInt(text.substring(p + 1));
        String digits = Integer.toString(Math.abs(power));
        String whole = text.substring(0, p) + (power < 0 ? "p-" : "p+") + (digits.length() < 2 ? "0" : "") + digits;
        return verb == 'X' ? whole.toUpperCase(java.util.Locale.ROOT) : whole;
    }

    private static String fixed(double size, int precision) {
        if (precision < 0) {
            return size == 0 ? "0" : GoNumbers.shortest(size).toPlainString();
        }
        return new BigDecimal(size).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String exponential(double size, int precision, char verb) {
        if (size == 0) {
            return "0" + (precision > 0 ? "." + "0".repeat(precision) : "") + verb + "+00";
        }
        BigDecimal digits = precision < 0
                ? GoNumbers.shortest(size)
                : new BigDecimal(size).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        return exponential(digits, precision, verb);
    }

    private static String exponential(BigDecimal digits, int precision, char verb) {
        String unscaled = digits.unscaledValue().toString();
        int exponent = digits.precision() - digits.scale() - 1;
        int decimals = precision < 0 ? unscaled.length() - 1 : precision;
        StringBuilder out = new StringBuilder();
        out.append(unscaled.charAt(0));
        if (decimals > 0) {
            String rest = unscaled.substring(1);
            rest = rest.length() > decimals ? rest.substring(0, decimals) : rest + "0".repeat(decimals - rest.length());
            out.append('.').append(rest);
        }
        out.append(verb).append(exponent < 0 ? '-' : '+');
        String power = Integer.toString(Math.abs(exponent));
        return out.append(power.length() < 2 ? "0" : "").append(power).toString();
    }

    private static String general(double size, int precision, char verb) {
        if (size == 0) {
            return "0";
        }
        int wanted = precision == 0 ? 1 : precision;
        BigDecimal digits = precision < 0
                ? GoNumbers.shortest(size)
                : new BigDecimal(size)
                        .round(new MathContext(wanted, RoundingMode.HALF_EVEN))
                        .stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        int limit = precision < 0 ? 6 : wanted;
        if (limit > digits.precision() && digits.precision() >= exponent + 1) {
            limit = digits.precision();
        }
        limit = precision < 0 ? 6 : limit;
        if (exponent < -4 || exponent >= limit) {
            return exponential(digits, -1, verb);
        }
        return digits.toPlainString();
    }
}
