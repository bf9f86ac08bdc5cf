package dev.drydock.helm.value;

import org.apiguardian.api.API;

/**
 * An integer of one of Go's kinds.
 *
 * @param kind its kind, which also is its type
 * @param value its bits; unsigned kinds are read without sign
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record GoInt(Kind kind, long value) {

    /** The kinds of integers that templates meet. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public enum Kind {
        /** Literals, {@code len}, {@code int}. */
        INT("int", true),
        /** Results of arithmetic, integers that {@code set} made. */
        INT64("int64", true),
        /** Characters. */
        INT32("int32", true),
        /** Parts of versions. */
        UINT64("uint64", false),
        /** Counters. */
        UINT32("uint32", false),
        /** Bytes. */
        UINT8("uint8", false);

        private final String text;
        private final boolean signed;

        Kind(String text, boolean signed) {
            this.text = text;
            this.signed = signed;
        }

        /** Go's name. */
        @Override
        public String toString() {
            return text;
        }

        /** Whether values have a sign. */
        public boolean isSigned() {
            return signed;
        }
    }

    /** An {@code int}. */
    public static GoInt of(long value) {
        return new GoInt(Kind.INT, value);
    }

    /** An {@code int64}. */
    public static GoInt int64(long value) {
        return new GoInt(Kind.INT64, value);
    }

    /** A byte. */
    public static GoInt uint8(int value) {
        return new GoInt(Kind.UINT8, value & 0xff);
    }

    /** A {@code uint64}. */
    public static GoInt uint64(long value) {
        return new GoInt(Kind.UINT64, value);
    }

    /** The value as a double. */
    public double toDouble() {
        if (kind.isSigned() || value >= 0) {
            return value;
        }
        return ((value >>> 1) | (value & 1)) * 2.0;
    }

    /** Decimal digits. */
    @Override
    public String toString() {
        return kind.isSigned() ? Long.toString(value) : Long.toUnsignedString(value);
    }
}
