package dev.drydock.cel.library;

import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.singleton;
import static dev.drydock.cel.library.Forms.unary;
import static dev.drydock.cel.library.StandardTypes.A;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.BYTES;
import static dev.drydock.cel.type.CelType.DOUBLE;
import static dev.drydock.cel.type.CelType.DURATION;
import static dev.drydock.cel.type.CelType.DYN;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;
import static dev.drydock.cel.type.CelType.TIMESTAMP;
import static dev.drydock.cel.type.CelType.UINT;

import dev.drydock.cel.library.Overload.Body;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Conversion;
import java.util.List;
import java.util.Set;

/** The functions that are named like types. */
final class ConversionFunctions implements Library {

    private static final Body SAME = unary(value -> value);
    private static final Body TO_BOOL = unary(Conversion::toBool);
    private static final Body TO_BYTES = unary(Conversion::toBytes);
    private static final Body TO_DOUBLE = unary(Conversion::toDouble);
    private static final Body TO_DURATION = unary(Conversion::toDuration);
    private static final Body TO_INT = unary(Conversion::toInt);
    private static final Body TO_STRING = unary(Conversion::toText);
    private static final Body TO_TIMESTAMP = unary(Conversion::toTimestamp);
    private static final Body TO_UINT = unary(Conversion::toUint);

    @Override
    public Set<String> names() {
        return Set.of("type", "bool", "bytes", "double", "duration", "dyn", "int", "string", "timestamp", "uint");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                singleton("type", unary(Conversion::typeOf), form("type", List.of(A), CelType.type(A))),
                function(
                        "bool",
                        form("bool_to_bool", List.of(BOOL), BOOL, SAME),
                        form("string_to_bool", List.of(STRING), BOOL, TO_BOOL)),
                function(
                        "bytes",
                        form("bytes_to_bytes", List.of(BYTES), BYTES, SAME),
                        form("string_to_bytes", List.of(STRING), BYTES, TO_BYTES)),
                function(
                        "double",
                        form("double_to_double", List.of(DOUBLE), DOUBLE, SAME),
                        form("int64_to_double", List.of(INT), DOUBLE, TO_DOUBLE),
                        form("string_to_double", List.of(STRING), DOUBLE, TO_DOUBLE),
                        form("uint64_to_double", List.of(UINT), DOUBLE, TO_DOUBLE)),
                function(
                        "duration",
                        form("duration_to_duration", List.of(DURATION), DURATION, SAME),
                        form("int64_to_duration", List.of(INT), DURATION, TO_DURATION),
                        form("string_to_duration", List.of(STRING), DURATION, TO_DURATION)),
                singleton("dyn", SAME, form("to_dyn", List.of(A), DYN)),
                function(
                        "int",
                        form("int64_to_int64", List.of(INT), INT, SAME),
                        form("double_to_int64", List.of(DOUBLE), INT, TO_INT),
                        form("duration_to_int64", List.of(DURATION), INT, TO_INT),
                        form("string_to_int64", List.of(STRING), INT, TO_INT),
                        form("timestamp_to_int64", List.of(TIMESTAMP), INT, TO_INT),
                        form("uint64_to_int64", List.of(UINT), INT, TO_INT)),
                function(
                        "string",
                        form("string_to_string", List.of(STRING), STRING, SAME),
                        form("bool_to_string", List.of(BOOL), STRING, TO_STRING),
                        form("bytes_to_string", List.of(BYTES), STRING, TO_STRING),
                        form("double_to_string", List.of(DOUBLE), STRING, TO_STRING),
                        form("duration_to_string", List.of(DURATION), STRING, TO_STRING),
                        form("int64_to_string", List.of(INT), STRING, TO_STRING),
                        form("timestamp_to_string", List.of(TIMESTAMP), STRING, TO_STRING),
                        form("uint64_to_string", List.of(UINT), STRING, TO_STRING)),
                function(
                        "timestamp",
                        form("timestamp_to_timestamp", List.of(TIMESTAMP), TIMESTAMP, SAME),
                        form("int64_to_timestamp", List.of(INT), TIMESTAMP, TO_TIMESTAMP),
                        form("string_to_timestamp", List.of(STRING), TIMESTAMP, TO_TIMESTAMP)),
                function(
                        "uint",
                        form("uint64_to_uint64", List.of(UINT), UINT, SAME),
                        form("double_to_uint64", List.of(DOUBLE), UINT, TO_UINT),
                        form("int64_to_uint64", List.of(INT), UINT, TO_UINT),
                        form("string_to_uint64", List.of(STRING), UINT, TO_UINT)));
    }
}
