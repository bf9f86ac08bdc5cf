package dev.drydock.cel.library;

import static dev.drydock.cel.library.Forms.binary;
import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.singleton;
import static dev.drydock.cel.library.Forms.unary;
import static dev.drydock.cel.library.StandardTypes.LIST_OF_A;
import static dev.drydock.cel.type.CelType.BYTES;
import static dev.drydock.cel.type.CelType.DOUBLE;
import static dev.drydock.cel.type.CelType.DURATION;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;
import static dev.drydock.cel.type.CelType.TIMESTAMP;
import static dev.drydock.cel.type.CelType.UINT;

import dev.drydock.cel.value.Arithmetic;
import java.util.List;
import java.util.Set;

/** The operators that calculate and concatenate. */
final class ArithmeticFunctions implements Library {

    @Override
    public Set<String> names() {
        return Set.of("_+_", "_/_", "_%_", "_*_", "-_", "_-_");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                singleton(
                        "_+_",
                        binary(Arithmetic::add),
                        form("add_bytes", List.of(BYTES, BYTES), BYTES),
                        form("add_double", List.of(DOUBLE, DOUBLE), DOUBLE),
                        form("add_duration_duration", List.of(DURATION, DURATION), DURATION),
                        form("add_duration_timestamp", List.of(DURATION, TIMESTAMP), TIMESTAMP),
                        form("add_timestamp_duration", List.of(TIMESTAMP, DURATION), TIMESTAMP),
                        form("add_int64", List.of(INT, INT), INT),
                        form("add_list", List.of(LIST_OF_A, LIST_OF_A), LIST_OF_A),
                        form("add_string", List.of(STRING, STRING), STRING),
                        form("add_uint64", List.of(UINT, UINT), UINT)),
                singleton(
                        "_/_",
                        binary(Arithmetic::divide),
                        form("divide_double", List.of(DOUBLE, DOUBLE), DOUBLE),
                        form("divide_int64", List.of(INT, INT), INT),
                        form("divide_uint64", List.of(UINT, UINT), UINT)),
                singleton(
                        "_%_",
                        binary(Arithmetic::modulo),
                        form("modulo_int64", List.of(INT, INT), INT),
                        form("modulo_uint64", List.of(UINT, UINT), UINT)),
                singleton(
                        "_*_",
                        binary(Arithmetic::multiply),
                        form("multiply_double", List.of(DOUBLE, DOUBLE), DOUBLE),
                        form("multiply_int64", List.of(INT, INT), INT),
                        form("multiply_uint64", List.of(UINT, UINT), UINT)),
                singleton(
                        "-_",
                        unary(Arithmetic::negate),
                        form("negate_double", List.of(DOUBLE), DOUBLE),
                        form("negate_int64", List.of(INT), INT)),
                singleton(
                        "_-_",
                        binary(Arithmetic::subtract),
                        form("subtract_double", List.of(DOUBLE, DOUBLE), DOUBLE),
                        form("subtract_duration_duration", List.of(DURATION, DURATION), DURATION),
                        form("subtract_int64", List.of(INT, INT), INT),
                        form("subtract_timestamp_duration", List.of(TIMESTAMP, DURATION), TIMESTAMP),
                        form("subtract_timestamp_timestamp", List.of(TIMESTAMP, TIMESTAMP), DURATION),
                        form("subtract_uint64", List.of(UINT, UINT), UINT)));
    }
}
