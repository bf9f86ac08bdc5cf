package dev.drydock.helm.template;

import org.jspecify.annotations.Nullable;

/**
 * A value of kind interface, as reflection hands out the items of maps and lists of any values. Messages name its type, not that
 * of the value in it.
 *
 * @param value what the interface holds
 */
record Held(@Nullable Object value) {

    /** What is in it, when it is one; absent for an interface that holds nothing. */
    static Object unwrap(Object value) {
        if (value instanceof Held held) {
            return held.value == null ? Absent.INVALID : held.value;
        }
        return value;
    }

    /** What a function sees of a value. */
    static @Nullable Object plain(Object value) {
        Object inner = unwrap(value);
        return inner instanceof Absent ? null : inner;
    }

    /** The value that reflection makes of what a function returns. */
    static Object of(@Nullable Object value) {
        return value == null ? new Held(null) : value;
    }
}
