package dev.drydock.kubernetes.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads quantities. */
final class QuantityText {

    private static final Pattern FORM =
            Pattern.compile("([+-]?)([0-9]*)(?:\\.([0-9]*))?([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,9})?");
    private static final String DECIMAL = "num.kMGTPE";
    private static final String BINARY = ".KMGTPE";
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int LONGEST = 1000;

    /** An exponent beyond this names no amount of anything; without a bound it would name gigabytes of digits. */
    private static final int GREATEST_EXPONENT = 1000;

    private QuantityText() {}

    static Optional<Quantity> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.isEmpty() || text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        // A sign, a point or a suffix alone counts as nothing of it
        String significant = form.group(2).replaceFirst("^0+", "");
        String whole = significant.isEmpty() ? "0" : significant;
        String fraction = form.group(3) == null ? "" : form.group(3);
        BigDecimal number = new BigDecimal("0" + whole + "." + fraction + "0").stripTrailingZeros();
        if (form.group(1).equals("-")) {
            number = number.negate();
        }
        String suffix = form.group(4) == null ? "" : form.group(4);
        return suffix.endsWith("i")
                ? Optional.of(binary(text, number, whole, fraction, suffix))
                : decimal(text, number, whole, fraction, suffix);
    }

    private static Quantity binary(String text, BigDecimal number, String whole, String fraction, String suffix) {
        BigDecimal amount = number.multiply(KIBI.pow(BINARY.indexOf(suffix.charAt(0))));
        if (amount.abs().compareTo(GREATEST) > 0) {
            amount = amount.signum() < 0 ? GREATEST.negate() : GREATEST;
        }
        QuantityFormat format = amount.signum() > 0 && amount.compareTo(BigDecimal.ONE) < 0
                ? QuantityFormat.DECIMAL_SI
                : QuantityFormat.BINARY_SI;
        boolean odd = fraction.isEmpty() && isOdd(whole);
        return Quantity.read(amount, format, odd && fits(whole) ? text : null);
    }

    /** The server keeps the spelling of a number that certainly has no factor to give to a greater suffix. */
    private static boolean isOdd(String digits) {
        String end = digits.substring(Math.max(0, digits.length() - 3));
        return !end.isEmpty() && Integer.parseInt(end) % 8 != 0;
    }

    private static Optional<Quantity> decimal(
            String text, BigDecimal number, String whole, String fraction, String suffix) {
        boolean isExponent = suffix.length() > 1;
        int exponent = isExponent
                ? Integer.parseInt(suffix.substring(suffix.charAt(1) == '+' ? 2 : 1))
                : suffix.isEmpty() ? 0 : 3 * (DECIMAL.indexOf(suffix) - 3);
        if (Math.abs(exponent) > GREATEST_EXPONENT) {
            return Optional.empty();
        }
        String digits = whole + fraction;
        int scale = exponent - fraction.length();
        boolean kept =
                scale >= -9 && scale % 3 == 0 && fits(digits) && !digits.endsWith("000") && !digits.startsWith("0");
        return Optional.of(Quantity.read(
                number.scaleByPowerOfTen(exponent),
                isExponent ? QuantityFormat.DECIMAL_EXPONENT : QuantityFormat.DECIMAL_SI,
                kept || text.equals("0") ? text : null));
    }

    private static boolean fits(String digits) {
        return digits.length() <= 18;
    }
}
