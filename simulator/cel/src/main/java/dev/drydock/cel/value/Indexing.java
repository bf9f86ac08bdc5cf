package dev.drydock.cel.value;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What lies below a value under a key (cel-go, interpreter/attributes.go, refQualify). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Indexing {

    private Indexing() {}

    /** The value below, or the error that a missing one is. */
    public static Value get(Value value, Value key) {
        if (value instanceof Failure) {
            return value;
        }
        Value found = find(value, key);
        if (found != null) {
            return found;
        }
        return new Failure(
                (value instanceof ListValue ? "index out of bounds: " : "no such key: ") + Printer.plain(key));
    }

    /** The value below, null where there is none, or an error. */
    public static @Nullable Value find(Value value, Value key) {
        if (value instanceof Failure) {
            return value;
        }
        if (value instanceof MapValue map) {
            return isKey(key) ? map.find(key) : new Failure("invalid qualifier type: " + GoTypes.name(key));
        }
        if (value instanceof ListValue list) {
            Long index = index(key);
            if (index == null) {
                return new Failure(
                        key instanceof Scalar.Real || key instanceof Scalar.Uint
                                ? "unsupported index value " + Printer.plain(key) + " in list"
                                : "unsupported index type '" + key.type().runtimeName() + "' in list");
            }
            return index >= 0 && index < list.size() ? list.get(index.intValue()) : null;
        }
        return null;
    }

    private static boolean isKey(Value key) {
        return key instanceof Scalar.Text
                || key instanceof Scalar.Bool
                || key instanceof Scalar.Int
                || key instanceof Scalar.Uint
                || key instanceof Scalar.Real;
    }

    private static @Nullable Long index(Value key) {
        if (key instanceof Scalar.Int number) {
            return number.value();
        }
        if (key instanceof Scalar.Uint number) {
            return number.value() < 0 ? null : Long.valueOf(number.value());
        }
        if (key instanceof Scalar.Real number) {
            Long whole = Numbers.toInt(number.value());
            return whole != null && (double) whole == number.value() ? whole : null;
        }
        return null;
    }
}
