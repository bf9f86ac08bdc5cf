package dev.drydock.cel.value;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.apiguardian.api.API;

/** The operators that calculate (cel-go, common/types, with overflow.go for what is out of range). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Arithmetic {

    static final Failure INT_OVERFLOW = new Failure("integer overflow");
    static final Failure UINT_OVERFLOW = new Failure("unsigned integer overflow");
    static final Failure TIMESTAMP_OVERFLOW = new Failure("timestamp overflow");
    private static final Failure DIVISION_BY_ZERO = new Failure("division by zero");
    private static final Failure MODULUS_BY_ZERO = new Failure("modulus by zero");

    private Arithmetic() {}

    /** The sum of numbers or times, or what is joined of strings, bytes or lists. */
    public static Value add(Value left, Value right) {
        if (left instanceof Scalar.Int a) {
            return right instanceof Scalar.Int b ? sum(a.value(), b.value()) : Failure.noSuchOverload(right);
        }
        if (left instanceof Scalar.Uint a) {
            if (!(right instanceof Scalar.Uint b)) {
                return Failure.noSuchOverload(right);
            }
            long sum = a.value() + b.value();
            return Long.compareUnsigned(sum, a.value()) < 0 ? UINT_OVERFLOW : new Scalar.Uint(sum);
        }
        if (left instanceof Scalar.Real a) {
            return right instanceof Scalar.Real b
                    ? new Scalar.Real(a.value() + b.value())
                    : Failure.noSuchOverload(right);
        }
        if (left instanceof Scalar.Text a) {
            return right instanceof Scalar.Text b ? Scalar.of(a.value() + b.value()) : Failure.noSuchOverload(right);
        }
        if (left instanceof Scalar.Bytes a) {
            return right instanceof Scalar.Bytes b
                    ? new Scalar.Bytes(a.latin1() + b.latin1())
                    : Failure.noSuchOverload(right);
        }
        if (left instanceof ListValue a) {
            return right instanceof ListValue b ? a.plus(b) : Failure.noSuchOverload(right);
        }
        if (left instanceof DurationValue a) {
            return right instanceof TimestampValue b ? moved(b, a.nanos()) : addDuration(a, right);
        }
        if (left instanceof TimestampValue a) {
            return right instanceof DurationValue b ? moved(a, b.nanos()) : Failure.noSuchOverload(right);
        }
        return Failure.unanswered("_+_", left);
    }

    private static Value addDuration(DurationValue left, Value right) {
        if (!(right instanceof DurationValue other)) {
            return Failure.noSuchOverload(right);
        }
        Value sum = sum(left.nanos(), other.nanos());
        return sum instanceof Scalar.Int nanos ? new DurationValue(nanos.value()) : sum;
    }

    /** The difference of numbers or times. */
    public static Value subtract(Value left, Value right) {
        if (left instanceof Scalar.Int a) {
            return right instanceof Scalar.Int b ? difference(a.value(), b.value()) : Failure.noSuchOverload(right);
        }
        if (left instanceof Scalar.Uint a) {
            if (!(right instanceof Scalar.Uint b)) {
                return Failure.noSuchOverload(right);
            }
            return Long.compareUnsigned(b.value(), a.value()) > 0
                    ? UINT_OVERFLOW
                    : new Scalar.Uint(a.value() - b.value());
        }
        if (left instanceof Scalar.Real a) {
            return right instanceof Scalar.Real b
                    ? new Scalar.Real(a.value() - b.value())
                    : Failure.noSuchOverload(right);
        }
        if (left instanceof DurationValue a) {
            if (!(right instanceof DurationValue b)) {
                return Failure.noSuchOverload(right);
            }
            Value nanos = difference(a.nanos(), b.nanos());
            return nanos instanceof Scalar.Int number ? new DurationValue(number.value()) : nanos;
        }
        if (left instanceof TimestampValue a) {
            if (right instanceof DurationValue b) {
                return b.nanos() == Long.MIN_VALUE ? INT_OVERFLOW : moved(a, -b.nanos());
            }
            return right instanceof TimestampValue b ? between(a, b) : Failure.noSuchOverload(right);
        }
        return Failure.unanswered("_-_", left);
    }

    /** The product of numbers. */
    public static Value multiply(Value left, Value right) {
        if (left instanceof Scalar.Int a) {
            return right instanceof Scalar.Int b ? product(a.value(), b.value()) : Failure.noSuchOverload(right);
        }
        if (left instanceof Scalar.Uint a) {
            if (!(right instanceof Scalar.Uint b)) {
                return Failure.noSuchOverload(right);
            }
            return b.value() != 0 && Long.compareUnsigned(a.value(), Long.divideUnsigned(-1, b.value())) > 0
                    ? UINT_OVERFLOW
                    : new Scalar.Uint(a.value() * b.value());
        }
        if (left instanceof Scalar.Real a) {
            return right instanceof Scalar.Real b
                    ? new Scalar.Real(a.value() * b.value())
                    : Failure.noSuchOverload(right);
        }
        return Failure.unanswered("_*_", left);
    }

    /** The quotient of numbers; of integers, cut towards zero. */
    public static Value divide(Value left, Value right) {
        if (left instanceof Scalar.Int a) {
            if (!(right instanceof Scalar.Int b)) {
                return Failure.noSuchOverload(right);
            }
            if (b.value() == 0) {
                return DIVISION_BY_ZERO;
            }
            return a.value() == Long.MIN_VALUE && b.value() == -1 ? INT_OVERFLOW : Scalar.of(a.value() / b.value());
        }
        if (left instanceof Scalar.Uint a) {
            if (!(right instanceof Scalar.Uint b)) {
                return Failure.noSuchOverload(right);
            }
            return b.value() == 0 ? DIVISION_BY_ZERO : new Scalar.Uint(Long.divideUnsigned(a.value(), b.value()));
        }
        if (left instanceof Scalar.Real a) {
            return right instanceof Scalar.Real b
                    ? new Scalar.Real(a.value() / b.value())
                    : Failure.noSuchOverload(right);
        }
        return Failure.unanswered("_/_", left);
    }

    /** The rest of a division of integers. */
    public static Value modulo(Value left, Value right) {
        if (left instanceof Scalar.Int a) {
            if (!(right instanceof Scalar.Int b)) {
                return Failure.noSuchOverload(right);
            }
            if (b.value() == 0) {
                return MODULUS_BY_ZERO;
            }
            return a.value() == Long.MIN_VALUE && b.value() == -1 ? INT_OVERFLOW : Scalar.of(a.value() % b.value());
        }
        if (left instanceof Scalar.Uint a) {
            if (!(right instanceof Scalar.Uint b)) {
                return Failure.noSuchOverload(right);
            }
            return b.value() == 0 ? MODULUS_BY_ZERO : new Scalar.Uint(Long.remainderUnsigned(a.value(), b.value()));
        }
        return Failure.unanswered("_%_", left);
    }

    /** The number or duration with the other sign. */
    public static Value negate(Value value) {
        if (value instanceof Scalar.Int a) {
            return a.value() == Long.MIN_VALUE ? INT_OVERFLOW : Scalar.of(-a.value());
        }
        if (value instanceof Scalar.Real a) {
            return new Scalar.Real(-a.value());
        }
        if (value instanceof DurationValue a) {
            return a.nanos() == Long.MIN_VALUE ? INT_OVERFLOW : new DurationValue(-a.nanos());
        }
        return value instanceof Scalar.Bool ? Failure.noSuchOverload() : Failure.unanswered("-_", value);
    }

    private static Value sum(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? INT_OVERFLOW : Scalar.of(sum);
    }

    private static Value difference(long a, long b) {
        long difference = a - b;
        return ((a ^ b) & (a ^ difference)) < 0 ? INT_OVERFLOW : Scalar.of(difference);
    }

    private static Value product(long a, long b) {
        try {
            return Scalar.of(Math.multiplyExact(a, b));
        } catch (ArithmeticException e) {
            return INT_OVERFLOW;
        }
    }

    private static Value moved(TimestampValue from, long nanos) {
        Instant moved = from.time().toInstant().plusNanos(nanos);
        return inRange(moved.getEpochSecond())
                ? new TimestampValue(OffsetDateTime.ofInstant(moved, from.time().getOffset()))
                : TIMESTAMP_OVERFLOW;
    }

    static boolean inRange(long seconds) {
        return seconds >= TimestampValue.MIN_SECONDS && seconds <= TimestampValue.MAX_SECONDS;
    }

    private static Value between(TimestampValue left, TimestampValue right) {
        Instant a = left.time().toInstant();
        Instant b = right.time().toInstant();
        Value seconds = product(a.getEpochSecond() - b.getEpochSecond(), 1_000_000_000L);
        if (!(seconds instanceof Scalar.Int whole)) {
            return seconds;
        }
        Value nanos = sum(whole.value(), (long) a.getNano() - b.getNano());
        return nanos instanceof Scalar.Int number ? new DurationValue(number.value()) : nanos;
    }
}
