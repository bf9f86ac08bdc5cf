package dev.drydock.cel.library;

import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the clauses of a format do; what both versions of the library share stands here. */
abstract class Clauses {

    static final int DEFAULT_PRECISION = 6;

    /**
     * Writes one argument.
     *
     * @throws IllegalArgumentException in cel-go's words when the clause does not take it
     */
    final String write(char verb, int precision, Value argument) {
        return switch (verb) {
            case 's' -> string(argument);
            case 'd' -> decimal(argument);
            case 'f' -> fixed(argument, precision);
            case 'e' -> scientific(argument, precision);
            case 'b' -> binary(argument);
            case 'o' -> octal(argument);
            default -> hex(argument, verb == 'X');
        };
    }

    abstract String string(Value argument);

    abstract String decimal(Value argument);

    abstract String fixed(Value argument, int precision);

    abstract String scientific(Value argument, int precision);

    private static String binary(Value argument) {
        if (argument instanceof Scalar.Bool bool) {
            return bool.value() ? "1" : "0";
        }
        return radix(argument, 2, "only integers and bools can be formatted as binary, was given ");
    }

    private static String octal(Value argument) {
        return radix(argument, 8, "octal clause can only be used on integers, was given ");
    }

    private static String hex(Value argument, boolean upper) {
        String text;
        if (argument instanceof Scalar.Text string) {
            text = bytes(string.value().getBytes(StandardCharsets.UTF_8));
        } else if (argument instanceof Scalar.Bytes bytes) {
            text = bytes(bytes.latin1().getBytes(StandardCharsets.ISO_8859_1));
        } else {
            text = radix(argument, 16, "only integers, byte buffers, and strings can be formatted as hex, was given ");
        }
        return upper ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String bytes(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            out.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return out.toString();
    }

    private static String radix(Value argument, int radix, String refusal) {
        if (argument instanceof Scalar.Int number) {
            return Long.toString(number.value(), radix);
        }
        if (argument instanceof Scalar.Uint number) {
            return new BigInteger(Long.toUnsignedString(number.value())).toString(radix);
        }
        throw refused(refusal, argument);
    }

    static IllegalArgumentException refused(String refusal, Value argument) {
        return new IllegalArgumentException(refusal + argument.type().runtimeName());
    }

    /** A finite number with that many decimals, rounded as Go rounds. */
    static String decimals(double number, int precision) {
        String digits = new BigDecimal(number)
                .setScale(precision, RoundingMode.HALF_EVEN)
                .toPlainString();
        return (number == 0 && 1 / number < 0) || (number < 0 && !digits.startsWith("-")) ? "-" + digits : digits;
    }

    /** The digits of a finite number, the first before the point, and its power of ten. */
    record Mantissa(String digits, int exponent) {
        static Mantissa of(double number, int precision) {
            BigDecimal exact = new BigDecimal(number);
            if (exact.signum() == 0) {
                return new Mantissa((1 / number < 0 ? "-" : "") + decimals(0, precision), 0);
            }
            BigDecimal rounded = exact.round(new java.math.MathContext(precision + 1, RoundingMode.HALF_EVEN));
            int exponent = rounded.precision() - rounded.scale() - 1;
            return new Mantissa(
                    rounded.scaleByPowerOfTen(-exponent)
                            .setScale(precision, RoundingMode.HALF_EVEN)
                            .toPlainString(),
                    exponent);
        }
    }
}
