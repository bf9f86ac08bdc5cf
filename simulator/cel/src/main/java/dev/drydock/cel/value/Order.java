package dev.drydock.cel.value;

import dev.drydock.yaml.CodePointOrder;
import org.apiguardian.api.API;

/** The order of values. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Order {

    private static final Failure NAN = new Failure("NaN values cannot be ordered");

    private Order() {}

    /** -1, 0 or 1 as a number, or the error that comparing is. */
    public static Value compare(Value left, Value right) {
        if ((left instanceof Scalar.Real a && Double.isNaN(a.value()))
                || (isNumber(left) && right instanceof Scalar.Real b && Double.isNaN(b.value()))) {
            return NAN;
        }
        Integer sign = Numbers.compare(left, right);
        if (sign != null) {
            return Scalar.of((long) sign);
        }
        if (left instanceof Scalar.Text a && right instanceof Scalar.Text b) {
            return sign(CodePointOrder.INSTANCE.compare(a.value(), b.value()));
        }
        if (left instanceof Scalar.Bytes a && right instanceof Scalar.Bytes b) {
            return sign(a.latin1().compareTo(b.latin1()));
        }
        if (left instanceof Scalar.Bool a && right instanceof Scalar.Bool b) {
            return sign(Boolean.compare(a.value(), b.value()));
        }
        if (left instanceof TimestampValue a && right instanceof TimestampValue b) {
            return sign(a.time().toInstant().compareTo(b.time().toInstant()));
        }
        if (left instanceof DurationValue a && right instanceof DurationValue b) {
            return sign(Long.compare(a.nanos(), b.nanos()));
        }
        return Failure.noSuchOverload(right);
    }

    /** Whether values of this type have an order. */
    public static boolean isComparable(Value value) {
        return isNumber(value)
                || value instanceof Scalar.Text
                || value instanceof Scalar.Bytes
                || value instanceof Scalar.Bool
                || value instanceof TimestampValue
                || value instanceof DurationValue;
    }

    private static boolean isNumber(Value value) {
        return value instanceof Scalar.Int || value instanceof Scalar.Uint || value instanceof Scalar.Real;
    }

    private static Value sign(int difference) {
        return Scalar.of((long) Integer.signum(difference));
    }
}
