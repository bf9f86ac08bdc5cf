package dev.drydock.flux.ssa;

import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The canonical form of a resource quantity (apimachinery, api/resource/quantity.go). */
final class GoQuantity {

    private static final Pattern FORM =
            Pattern.compile("([+-]?)([0-9]*)(\\.([0-9]*))?([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?");
    private static final List<String> DECIMAL = List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    private GoQuantity() {}

    static String canonical(Node value) {
        if (!(value instanceof ScalarNode scalar) || scalar.value() instanceof Boolean) {
            throw new GoRoundTrip.Mismatch("no quantity");
        }
        return canonical(scalar.isString() ? scalar.stringValue().strip() : scalar.text());
    }

    static String canonical(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()
                || (form.group(2).isEmpty()
                        && (form.group(4) == null || form.group(4).isEmpty()))) {
            throw new GoRoundTrip.Mismatch("no quantity");
        }
        String suffix = form.group(5) == null ? "" : form.group(5);
        String whole = form.group(2).isEmpty() ? "0" : form.group(2);
        String fraction = form.group(4) == null || form.group(4).isEmpty() ? "0" : form.group(4);
        BigDecimal number = new BigDecimal((form.group(1).equals("-") ? "-" : "") + whole + "." + fraction);
        boolean exponent =
                suffix.length() > 1 && (suffix.charAt(0) == 'e' || suffix.charAt(0) == 'E') && !suffix.endsWith("i");
        if (exponent) {
            int power = power(suffix.substring(1));
            return decimal(rounded(number.scaleByPowerOfTen(power)), true);
        }
        if (suffix.endsWith("i")) {
            BigDecimal scaled = rounded(number.multiply(KIBI.pow(BINARY.indexOf(suffix))));
            return scaled.abs().compareTo(KIBI) < 0 ? decimal(scaled, false) : binary(scaled);
        }
        return decimal(rounded(number.scaleByPowerOfTen(3 * (DECIMAL.indexOf(suffix) - 3))), false);
    }

    private static int power(String digits) {
        try {
            int power = Integer.parseInt(digits.startsWith("+") ? digits.substring(1) : digits);
            if (Math.abs(power) > 1000) {
                throw new GoRoundTrip.Mismatch("exponent out of range");
            }
            return power;
        } catch (NumberFormatException e) {
            throw new GoRoundTrip.Mismatch("exponent out of range");
        }
    }

    /** Nothing is smaller than a nano; values are rounded away from zero. */
    private static BigDecimal rounded(BigDecimal number) {
        return number.scale() > 9 ? number.setScale(9, RoundingMode.UP) : number;
    }

    private static String decimal(BigDecimal number, boolean exponents) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        int exponent = Math.floorDiv(-stripped.scale(), 3) * 3;
        if (!exponents) {
            exponent = Math.min(exponent, 18);
        }
        BigInteger mantissa = stripped.scaleByPowerOfTen(-exponent).toBigIntegerExact();
        if (exponents) {
            return mantissa + (exponent == 0 ? "" : "e" + exponent);
        }
        return mantissa + DECIMAL.get(exponent / 3 + 3);
    }

    private static String binary(BigDecimal number) {
        BigInteger mantissa = number.setScale(0, RoundingMode.UP).toBigIntegerExact();
        int steps = 0;
        BigInteger kibi = BigInteger.valueOf(1024);
        while (steps < BINARY.size() - 1 && mantissa.mod(kibi).signum() == 0) {
            mantissa = mantissa.divide(kibi);
            steps++;
        }
        return mantissa + BINARY.get(steps);
    }
}
