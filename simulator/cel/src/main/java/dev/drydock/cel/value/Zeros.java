package dev.drydock.cel.value;

import org.apiguardian.api.API;

/** The empty values of each type. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Zeros {

    private static final long ZERO_TIME = TimestampValue.MIN_SECONDS;

    private Zeros() {}

    /** Whether the value is null, zero, false or empty. */
    public static boolean isZero(Value value) {
        if (value instanceof ListValue list) {
            return list.size() == 0;
        }
        if (value instanceof MapValue map) {
            return map.size() == 0;
        }
        if (value instanceof TimestampValue time) {
            return time.time().toEpochSecond() == ZERO_TIME && time.time().getNano() == 0;
        }
        return value instanceof Scalar.Null
                || (value instanceof Scalar.Bool bool && !bool.value())
                || (value instanceof Scalar.Int a && a.value() == 0)
                || (value instanceof Scalar.Uint b && b.value() == 0)
                || (value instanceof Scalar.Real c && c.value() == 0)
                || (value instanceof Scalar.Text text && text.value().isEmpty())
                || (value instanceof Scalar.Bytes bytes && bytes.latin1().isEmpty())
                || (value instanceof DurationValue span && span.nanos() == 0);
    }
}
