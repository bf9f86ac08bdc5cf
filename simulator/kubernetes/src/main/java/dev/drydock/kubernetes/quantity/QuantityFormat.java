package dev.drydock.kubernetes.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The families of suffixes. */
enum QuantityFormat {
    /** {@code m}, {@code k}, {@code M} …. */
    DECIMAL_SI,
    /** {@code Ki}, {@code Mi} …. */
    BINARY_SI,
    /** {@code e3}, {@code e6} …. */
    DECIMAL_EXPONENT;

    private static final String[] DECIMAL = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};
    private static final String[] BINARY = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    private static final BigInteger KIBI = BigInteger.valueOf(1024);

    String print(BigDecimal amount) {
        if (amount.signum() == 0) {
            return "0";
        }
        // Small or broken amounts would lose precision in binary.
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        boolean small = amount.abs().compareTo(new BigDecimal(KIBI)) < 0;
        return this == BINARY_SI && whole && !small ? binary(amount.toBigIntegerExact()) : decimal(amount);
    }

    private static String binary(BigInteger amount) {
        BigInteger mantissa = amount;
        int power = 0;
        while (power < BINARY.length - 1 && mantissa.mod(KIBI).signum() == 0) {
            mantissa = mantissa.divide(KIBI);
            power++;
        }
        return mantissa + BINARY[power];
    }

    private String decimal(BigDecimal amount) {
        BigDecimal stripped =
                amount.setScale(Math.min(amount.scale(), 9), RoundingMode.UP).stripTrailingZeros();
        int exponent = Math.floorDiv(-stripped.scale(), 3) * 3;
        if (this != DECIMAL_EXPONENT) {
            exponent = Math.min(exponent, 18);
        }
        BigInteger mantissa = stripped.scaleByPowerOfTen(-exponent).toBigIntegerExact();
        if (this == DECIMAL_EXPONENT) {
            return exponent == 0 ? mantissa.toString() : mantissa + "e" + exponent;
        }
        return mantissa + DECIMAL[exponent / 3 + 3];
    }
}
