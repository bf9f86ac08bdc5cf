package dev.drydock.cel.value;

import dev.drydock.cel.type.CelType;
import org.apiguardian.api.API;

/** The values that can be written as constants. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Scalar extends Value {

    Bool TRUE = new Bool(true);
    Bool FALSE = new Bool(false);
    Int ZERO = new Int(0);
    Text EMPTY = new Text("");

    /** The boolean. */
    static Bool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** The signed number. */
    static Int of(long value) {
        return new Int(value);
    }

    /** The text. */
    static Text of(String value) {
        return new Text(value);
    }

    /** Null. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    enum Null implements Scalar {
        NULL;

        @Override
        public CelType type() {
            return CelType.NULL;
        }
    }

    /** A boolean. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Bool(boolean value) implements Scalar {
        @Override
        public CelType type() {
            return CelType.BOOL;
        }
    }

    /** A signed number of 64 bits. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Int(long value) implements Scalar {
        @Override
        public CelType type() {
            return CelType.INT;
        }
    }

    /** An unsigned number of 64 bits. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Uint(long value) implements Scalar {
        @Override
        public CelType type() {
            return CelType.UINT;
        }
    }

    /** A floating-point number of 64 bits. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Real(double value) implements Scalar {
        @Override
        public CelType type() {
            return CelType.DOUBLE;
        }
    }

    /** Text; its size is counted in code points. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Text(String value) implements Scalar {
        @Override
        public CelType type() {
            return CelType.STRING;
        }
    }

    /** Bytes, each a character of Latin-1 in the text. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Bytes(String latin1) implements Scalar {
        @Override
        public CelType type() {
            return CelType.BYTES;
        }
    }
}
