package dev.drydock.cel.type;

import dev.drydock.cel.type.CelType.Kind;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The messages of {@code google.protobuf} that are values of the language (cel-go, common/types/pb). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class WellKnownTypes {

    private static final CelType OBJECT = CelType.map(CelType.STRING, CelType.DYN);
    private static final CelType ARRAY = CelType.list(CelType.DYN);
    private static final Map<String, CelType> TYPES = Map.ofEntries(
            Map.entry("google.protobuf.BoolValue", nullable(CelType.BOOL)),
            Map.entry("google.protobuf.BytesValue", nullable(CelType.BYTES)),
            Map.entry("google.protobuf.DoubleValue", nullable(CelType.DOUBLE)),
            Map.entry("google.protobuf.FloatValue", nullable(CelType.DOUBLE)),
            Map.entry("google.protobuf.Int64Value", nullable(CelType.INT)),
            Map.entry("google.protobuf.Int32Value", nullable(CelType.INT)),
            Map.entry("google.protobuf.UInt64Value", nullable(CelType.UINT)),
            Map.entry("google.protobuf.UInt32Value", nullable(CelType.UINT)),
            Map.entry("google.protobuf.StringValue", nullable(CelType.STRING)),
            Map.entry("google.protobuf.Duration", CelType.DURATION),
            Map.entry("google.protobuf.Timestamp", CelType.TIMESTAMP),
            Map.entry("google.protobuf.ListValue", ARRAY),
            Map.entry("google.protobuf.Struct", OBJECT),
            Map.entry("google.protobuf.Value", CelType.DYN));

    private WellKnownTypes() {}

    /** What the message of that name is, or null. */
    public static @Nullable CelType type(String name) {
        return TYPES.get(name);
    }

    /** The name under which a value of a type is made, or null where the type is no message (cel-go, checker.go). */
    public static @Nullable String name(CelType type) {
        return switch (type.kind()) {
            case WRAPPER -> wrapper(type.parameters().get(0).kind());
            case DURATION -> "google.protobuf.Duration";
            case TIMESTAMP -> "google.protobuf.Timestamp";
            case DYN -> "google.protobuf.Value";
            case LIST -> type.equals(ARRAY) ? "google.protobuf.ListValue" : null;
            case MAP -> type.equals(OBJECT) ? "google.protobuf.Struct" : null;
            default -> null;
        };
    }

    private static @Nullable String wrapper(Kind kind) {
        return switch (kind) {
            case BOOL -> "google.protobuf.BoolValue";
            case BYTES -> "google.protobuf.BytesValue";
            case DOUBLE -> "google.protobuf.DoubleValue";
            case INT -> "google.protobuf.Int64Value";
            case STRING -> "google.protobuf.StringValue";
            case UINT -> "google.protobuf.UInt64Value";
            default -> null;
        };
    }

    /** The type of a field of such a message, or null. */
    public static @Nullable CelType field(String name, String field) {
        @Nullable CelType type = TYPES.get(name);
        if (type == null) {
            return null;
        }
        return switch (type.kind()) {
            case WRAPPER -> field.equals("value") ? type.parameters().get(0) : null;
            case DURATION, TIMESTAMP -> field.equals("seconds") || field.equals("nanos") ? CelType.INT : null;
            case LIST -> field.equals("values") ? ARRAY : null;
            case MAP -> field.equals("fields") ? OBJECT : null;
            default -> json(field);
        };
    }

    private static @Nullable CelType json(String field) {
        return switch (field) {
            case "null_value" -> CelType.INT;
            case "number_value" -> CelType.DOUBLE;
            case "string_value" -> CelType.STRING;
            case "bool_value" -> CelType.BOOL;
            case "struct_value" -> OBJECT;
            case "list_value" -> ARRAY;
            default -> null;
        };
    }

    private static CelType nullable(CelType type) {
        return new CelType(Kind.WRAPPER, "wrapper", List.of(type));
    }
}
