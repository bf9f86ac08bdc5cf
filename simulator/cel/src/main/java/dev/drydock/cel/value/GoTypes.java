package dev.drydock.cel.value;

import org.apiguardian.api.API;

/** The names of cel-go's own types, which some of its messages show. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class GoTypes {

    private GoTypes() {}

    /** What Go's {@code %T} makes of a value. */
    public static String name(Value value) {
        if (value instanceof Scalar scalar) {
            return switch (scalar.type().kind()) {
                case NULL -> "types.Null";
                case BOOL -> "types.Bool";
                case INT -> "types.Int";
                case UINT -> "types.Uint";
                case DOUBLE -> "types.Double";
                case BYTES -> "types.Bytes";
                default -> "types.String";
            };
        }
        if (value instanceof TimestampValue) {
            return "types.Timestamp";
        }
        if (value instanceof DurationValue) {
            return "types.Duration";
        }
        if (value instanceof OptionalValue) {
            return "*types.Optional";
        }
        if (value instanceof ListValue) {
            return "*types.baseList";
        }
        if (value instanceof MapValue) {
            return "*types.baseMap";
        }
        return value instanceof TypeValue ? "*types.Type" : value.type().runtimeName();
    }
}
