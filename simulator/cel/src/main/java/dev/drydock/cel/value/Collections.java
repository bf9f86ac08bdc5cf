package dev.drydock.cel.value;

import org.apiguardian.api.API;

/** Size and membership. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Collections {

    private Collections() {}

    /** The size of a list, a map, a string in code points, or bytes. */
    public static Value size(Value value) {
        if (value instanceof ListValue list) {
            return Scalar.of((long) list.size());
        }
        if (value instanceof MapValue map) {
            return Scalar.of((long) map.size());
        }
        if (value instanceof Scalar.Text text) {
            return Scalar.of((long) text.value().codePointCount(0, text.value().length()));
        }
        if (value instanceof Scalar.Bytes bytes) {
            return Scalar.of((long) bytes.latin1().length());
        }
        return value instanceof Failure ? value : new Failure("no such overload: size");
    }

    /** Whether a list holds a value, or a map a key. */
    public static Value in(Value element, Value container) {
        if (container instanceof ListValue list) {
            for (Value candidate : list) {
                if (Equality.isTrue(element, candidate)) {
                    return Scalar.TRUE;
                }
            }
            return Scalar.FALSE;
        }
        if (container instanceof MapValue map) {
            return Scalar.of(map.find(element) != null);
        }
        return Failure.noSuchOverload(container);
    }

    /** A map with one more entry; an error when the key is there. */
    public static Value insert(MapValue map, Value key, Value value) {
        return map.find(key) == null
                ? GrownMap.with(map, key, value)
                : new Failure("insert failed: key " + Printer.plain(key) + " already exists");
    }
}
