package dev.drydock.cel.value;

import dev.drydock.cel.type.CelType;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A value that may be missing. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OptionalValue(@Nullable Value value) implements Value {

    /** The missing value. */
    public static final OptionalValue NONE = new OptionalValue(null);

    private static final CelType TYPE = CelType.opaque("optional_type");

    /** A value that is there. */
    public static OptionalValue of(Value value) {
        return new OptionalValue(value);
    }

    /** The value, or the error that reading a missing one is. */
    public Value get() {
        return value == null ? new Failure("optional.none() dereference") : value;
    }

    @Override
    public CelType type() {
        return TYPE;
    }
}
