package dev.drydock.cel.value;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and booleans as Go's strconv reads them. */
final class GoParse {

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern UNSIGNED = Pattern.compile("[0-9]+");
    private static final BigInteger MAX_UNSIGNED = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private GoParse() {}

    /**
     * A decimal integer.
     *
     * @throws IllegalArgumentException in Go's words, which name the function
     */
    static long integer(String text, String function) {
        Long number = integer(text);
        if (number == null) {
            String reason = INTEGER.matcher(text).matches() ? "value out of range" : "invalid syntax";
            throw new IllegalArgumentException(
                    "strconv." + function + ": parsing " + dev.drydock.yaml.GoQuote.quote(text) + ": " + reason);
        }
        return number;
    }

    static @Nullable Long integer(String text) {
        if (!INTEGER.matcher(text).matches()) {
            return null;
        }
        BigInteger number = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        return number.bitLength() < 64 ? number.longValue() : null;
    }

    /** The bits of an unsigned decimal integer. */
    static @Nullable Long unsigned(String text) {
        if (!UNSIGNED.matcher(text).matches()) {
            return null;
        }
        BigInteger number = new BigInteger(text);
        return number.compareTo(MAX_UNSIGNED) <= 0 ? number.longValue() : null;
    }

    static @Nullable Boolean bool(String text) {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> true;
            case "0", "f", "F", "FALSE", "false", "False" -> false;
            default -> null;
        };
    }
}
