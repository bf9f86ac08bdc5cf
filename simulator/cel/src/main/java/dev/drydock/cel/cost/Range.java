package dev.drydock.cel.cost;

import org.apiguardian.api.API;

/**
 * The least and the most that something can be, as a cost or a size; both unsigned and never overflowing
 * (cel-go, checker/cost.go, CostEstimate and SizeEstimate).
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Range(long min, long max) {

    /** Nothing is known. */
    public static final Range UNKNOWN = new Range(0, -1L);

    public static final Range ZERO = new Range(0, 0);
    public static final Range ONE = new Range(1, 1);

    /** The neutral element of {@link #union}. */
    static final Range NONE = new Range(-1L, 0);

    private static final double TWO_TO_64 = 0x1p64;

    /** Exactly this much. */
    public static Range of(long value) {
        return new Range(value, value);
    }

    Range plus(Range other) {
        return new Range(add(min, other.min), add(max, other.max));
    }

    Range times(Range other) {
        return new Range(multiply(min, other.min), multiply(max, other.max));
    }

    /** Each end times the factor, rounded up. */
    Range times(double factor) {
        return new Range(multiply(min, factor), multiply(max, factor));
    }

    Range union(Range other) {
        return new Range(least(min, other.min), most(max, other.max));
    }

    static long least(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0 ? a : b;
    }

    static long most(long a, long b) {
        return Long.compareUnsigned(a, b) >= 0 ? a : b;
    }

    static long add(long a, long b) {
        long sum = a + b;
        return Long.compareUnsigned(sum, a) < 0 ? -1L : sum;
    }

    /** The unsigned product, or the greatest number where it is too large. */
    public static long multiply(long a, long b) {
        return b != 0 && Long.compareUnsigned(a, Long.divideUnsigned(-1L, b)) > 0 ? -1L : a * b;
    }

    private static long multiply(long a, double factor) {
        double product = Math.ceil(real(a) * factor);
        return product >= TWO_TO_64 ? -1L : whole(product);
    }

    /** An unsigned number as a double. */
    static double real(long value) {
        if (value >= 0) {
            return value;
        }
        // Halved with its last bit kept, so that rounding is the same as for the whole number.
        return (double) ((value >>> 1) | (value & 1)) * 2;
    }

    private static long whole(double value) {
        return value < 0x1p63 ? (long) value : (long) (value - 0x1p63) + Long.MIN_VALUE;
    }
}
