package dev.drydock.cel.value;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What numbers of different types have in common (cel-go, common/types/overflow.go and compare.go). */
final class Numbers {

    static final double TWO_TO_63 = 0x1p63;
    static final double TWO_TO_64 = 0x1p64;

    private Numbers() {}

    static double unsignedToDouble(long bits) {
        return bits >= 0 ? (double) bits : new java.math.BigInteger(Long.toUnsignedString(bits)).doubleValue();
    }

    /** The integer part of a double, or null outside the range that cel-go takes. */
    static @Nullable Long toInt(double value) {
        return Double.isNaN(value) || value <= -TWO_TO_63 || value >= TWO_TO_63 ? null : Long.valueOf((long) value);
    }

    /** The bits of the unsigned integer part of a double. */
    static @Nullable Long toUint(double value) {
        if (Double.isNaN(value) || value < 0 || value >= TWO_TO_64) {
            return null;
        }
        return value < TWO_TO_63
                ? Long.valueOf((long) value)
                : Long.valueOf(new BigDecimal(value).toBigInteger().longValue());
    }

    /** The keys of other types that a map takes for the same as this one. */
    static List<Value> sameKeys(Value key) {
        if (key instanceof Scalar.Int number) {
            return number.value() < 0 ? List.of() : List.of(new Scalar.Uint(number.value()));
        }
        if (key instanceof Scalar.Uint number) {
            return number.value() < 0 ? List.of() : List.of(new Scalar.Int(number.value()));
        }
        if (key instanceof Scalar.Real number) {
            Long signed = toInt(number.value());
            if (signed != null && (double) signed == number.value()) {
                return signed < 0
                        ? List.of(new Scalar.Int(signed))
                        : List.of(new Scalar.Int(signed), new Scalar.Uint(signed));
            }
            Long unsigned = toUint(number.value());
            if (unsigned != null && unsignedToDouble(unsigned) == number.value()) {
                return List.of(new Scalar.Uint(unsigned));
            }
        }
        return List.of();
    }

    /** The sign of the difference of two numbers, neither of which is NaN; null when one is no number. */
    static @Nullable Integer compare(Value left, Value right) {
        if (left instanceof Scalar.Int a) {
            if (right instanceof Scalar.Int b) {
                return Long.compare(a.value(), b.value());
            }
            if (right instanceof Scalar.Uint b) {
                return a.value() < 0 || b.value() < 0 ? -1 : Long.compare(a.value(), b.value());
            }
            return right instanceof Scalar.Real b ? Integer.valueOf(-compare(b.value(), a.value())) : null;
        }
        if (left instanceof Scalar.Uint a) {
            if (right instanceof Scalar.Uint b) {
                return Long.compareUnsigned(a.value(), b.value());
            }
            if (right instanceof Scalar.Int b) {
                return b.value() < 0 || a.value() < 0 ? 1 : Long.compare(a.value(), b.value());
            }
            return right instanceof Scalar.Real b ? Integer.valueOf(-compareUnsigned(b.value(), a.value())) : null;
        }
        if (left instanceof Scalar.Real a) {
            if (right instanceof Scalar.Real b) {
                return sign(a.value(), b.value());
            }
            if (right instanceof Scalar.Int b) {
                return compare(a.value(), b.value());
            }
            return right instanceof Scalar.Uint b ? Integer.valueOf(compareUnsigned(a.value(), b.value())) : null;
        }
        return null;
    }

    private static int compare(double left, long right) {
        return left < -TWO_TO_63 ? -1 : left > TWO_TO_63 ? 1 : sign(left, (double) right);
    }

    private static int compareUnsigned(double left, long right) {
        return left < 0 ? -1 : left > TWO_TO_64 ? 1 : sign(left, unsignedToDouble(right));
    }

    private static int sign(double left, double right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }
}
