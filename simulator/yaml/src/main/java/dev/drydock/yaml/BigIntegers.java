package dev.drydock.yaml;

import java.math.BigInteger;

/** Decimal integers of any length in time that hostile lengths cannot stretch. */
final class BigIntegers {

    /** Beyond this many digits the JDK's quadratic conversion is split in halves. */
    private static final int DIRECT = 2_000;

    private BigIntegers() {}

    /** The value of decimal digits with an optional sign. */
    static BigInteger parse(String digits) {
        boolean negative = digits.startsWith("-");
        String magnitude = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        BigInteger value = magnitude(magnitude);
        return negative ? value.negate() : value;
    }

    private static BigInteger magnitude(String digits) {
        if (digits.length() <= DIRECT) {
            return new BigInteger(digits);
        }
        int low = digits.length() / 2;
        BigInteger high = magnitude(digits.substring(0, digits.length() - low));
        return high.multiply(BigInteger.TEN.pow(low)).add(magnitude(digits.substring(digits.length() - low)));
    }
}
