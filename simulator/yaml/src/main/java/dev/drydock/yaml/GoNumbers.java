package dev.drydock.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apiguardian.api.API;

/** Doubles in the spellings of Go: the shortest digits that read back as the same value, as strconv writes them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoNumbers {

    private GoNumbers() {}

    /** As encoding/json: plain between 1e-6 and 1e21, else with an exponent without leading zero. */
    public static String json(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-6 || size >= 1e21)) {
            return exponential(shortest(value), 1);
        }
        return value == 0 ? (1 / value < 0 ? "-0" : "0") : shortest(value).toPlainString();
    }

    /** As strconv's 'g' format with the shortest precision: an exponent below 1e-4 and from 1e6 on. */
    public static String general(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal digits = shortest(value);
        int exponent = digits.precision() - digits.scale() - 1;
        return exponent < -4 || exponent >= 6 ? exponential(digits, 2) : digits.toPlainString();
    }

    /** The shortest decimal that is nearer to the value than to any other double, without trailing zeros. */
    public static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal best = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        // Double.toString of JDK 17 sometimes gives a digit too many
        for (int precision = best.precision() - 1; precision > 0; precision--) {
            BigDecimal shorter = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() != value) {
                break;
            }
            best = shorter.stripTrailingZeros();
        }
        return best;
    }

    private static String exponential(BigDecimal digits, int leastExponentDigits) {
        String unscaled = digits.unscaledValue().abs().toString();
        int exponent = digits.precision() - digits.scale() - 1;
        StringBuilder out = new StringBuilder(digits.signum() < 0 ? "-" : "");
        out.append(unscaled.charAt(0));
        if (unscaled.length() > 1) {
            out.append('.').append(unscaled, 1, unscaled.length());
        }
        String size = Integer.toString(Math.abs(exponent));
        out.append('e').append(exponent < 0 ? '-' : '+');
        return out.append("0".repeat(Math.max(0, leastExponentDigits - size.length())))
                .append(size)
                .toString();
    }
}
