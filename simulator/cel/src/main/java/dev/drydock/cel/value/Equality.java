package dev.drydock.cel.value;

import org.apiguardian.api.API;

/** Equality as cel-go's values define it: numbers by value, other types never equal across types. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Equality {

    private Equality() {}

    /** Whether two values are equal, or the error that asking is. */
    public static Value equal(Value left, Value right) {
        if (left instanceof Scalar.Null || right instanceof Scalar.Null) {
            return Scalar.of(left instanceof Scalar.Null && right instanceof Scalar.Null);
        }
        return left instanceof CustomValue custom ? custom.equal(right) : Scalar.of(same(left, right));
    }

    /** Whether asking for equality gives a clear no. */
    static boolean differ(Value left, Value right) {
        return Scalar.FALSE.equals(equal(left, right));
    }

    /** Whether asking for equality gives a clear yes. */
    public static boolean isTrue(Value left, Value right) {
        return Scalar.TRUE.equals(equal(left, right));
    }

    private static boolean same(Value left, Value right) {
        if ((left instanceof Scalar.Real a && Double.isNaN(a.value()))
                || (right instanceof Scalar.Real b && Double.isNaN(b.value()))) {
            return false;
        }
        Integer sign = Numbers.compare(left, right);
        if (sign != null) {
            return sign == 0;
        }
        if (left instanceof ListValue list) {
            return list.sameAs(right);
        }
        if (left instanceof MapValue map) {
            return map.sameAs(right);
        }
        if (left instanceof TimestampValue a) {
            return right instanceof TimestampValue b && a.time().isEqual(b.time());
        }
        if (left instanceof TypeValue a) {
            return right instanceof TypeValue b && a.name().equals(b.name());
        }
        if (left instanceof OptionalValue a && right instanceof OptionalValue b) {
            Value mine = a.value();
            Value theirs = b.value();
            return (mine == null || theirs == null) ? mine == theirs : isTrue(mine, theirs);
        }
        return left.equals(right);
    }
}
