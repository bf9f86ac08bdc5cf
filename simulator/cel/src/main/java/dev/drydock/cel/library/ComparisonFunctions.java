package dev.drydock.cel.library;

import static dev.drydock.cel.library.Forms.binary;
import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.BYTES;
import static dev.drydock.cel.type.CelType.DOUBLE;
import static dev.drydock.cel.type.CelType.DURATION;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;
import static dev.drydock.cel.type.CelType.TIMESTAMP;
import static dev.drydock.cel.type.CelType.UINT;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Order;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** The operators that order values; numbers of different types compare by value. */
final class ComparisonFunctions implements Library {

    private record Row(String suffix, CelType left, CelType right) {}

    private static final List<Row> ROWS = List.of(
            new Row("bool", BOOL, BOOL),
            new Row("int64", INT, INT),
            new Row("int64_double", INT, DOUBLE),
            new Row("int64_uint64", INT, UINT),
            new Row("uint64", UINT, UINT),
            new Row("uint64_double", UINT, DOUBLE),
            new Row("uint64_int64", UINT, INT),
            new Row("double", DOUBLE, DOUBLE),
            new Row("double_int64", DOUBLE, INT),
            new Row("double_uint64", DOUBLE, UINT),
            new Row("string", STRING, STRING),
            new Row("bytes", BYTES, BYTES),
            new Row("timestamp", TIMESTAMP, TIMESTAMP),
            new Row("duration", DURATION, DURATION));

    @Override
    public Set<String> names() {
        return Set.of("_<_", "_<=_", "_>_", "_>=_");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                comparison("_<_", "less_", sign -> sign < 0),
                comparison("_<=_", "less_equals_", sign -> sign <= 0),
                comparison("_>_", "greater_", sign -> sign > 0),
                comparison("_>=_", "greater_equals_", sign -> sign >= 0));
    }

    private static FunctionDeclaration comparison(String name, String prefix, IntPredicate holds) {
        List<Overload> forms = new ArrayList<>();
        for (Row row : ROWS) {
            forms.add(form(prefix + row.suffix, List.of(row.left, row.right), BOOL));
        }
        return new FunctionDeclaration(name, forms, binary((a, b) -> compare(name, a, b, holds)), true, true);
    }

    private static Value compare(String name, Value left, Value right, IntPredicate holds) {
        if (!Order.isComparable(left)) {
            return Failure.unanswered(name, left);
        }
        Value sign = Order.compare(left, right);
        return sign instanceof Scalar.Int number ? Scalar.of(holds.test((int) number.value())) : sign;
    }
}
