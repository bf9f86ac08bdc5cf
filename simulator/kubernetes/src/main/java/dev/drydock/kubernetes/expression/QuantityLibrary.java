package dev.drydock.kubernetes.expression;

import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.kubernetes.decode.QuantityErrors;
import dev.drydock.kubernetes.quantity.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Quantities (apiserver, pkg/cel/library/quantity.go). */
final class QuantityLibrary implements Library {

    private static final CelType QUANTITY = QuantityValue.TYPE;
    private static final List<CelType> ONE = List.of(QUANTITY);
    private static final List<CelType> TWO = List.of(QUANTITY, QUANTITY);
    private static final List<CelType> WITH_INT = List.of(QUANTITY, INT);

    @Override
    public Set<String> names() {
        return Set.of(
                "quantity",
                "isQuantity",
                "sign",
                "isGreaterThan",
                "isLessThan",
                "compareTo",
                "asApproximateFloat",
                "asInteger",
                "isInteger",
                "add",
                "sub");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function("quantity", form("string_to_quantity", List.of(STRING), QUANTITY, a -> read(a.get(0)))),
                function(
                        "isQuantity",
                        form(
                                "is_quantity_string",
                                List.of(STRING),
                                BOOL,
                                a -> Scalar.of(Quantity.parse(text(a.get(0))).isPresent()))),
                function(
                        "sign",
                        form(
                                "quantity_sign",
                                ONE,
                                INT,
                                a -> Scalar.of((long) quantity(a, 0).signum()))),
                function(
                        "isGreaterThan", member("quantity_is_greater_than", TWO, BOOL, a -> Scalar.of(compare(a) > 0))),
                function("isLessThan", member("quantity_is_less_than", TWO, BOOL, a -> Scalar.of(compare(a) < 0))),
                function("compareTo", member("quantity_compare_to", TWO, INT, a -> Scalar.of((long) compare(a)))),
                function(
                        "asApproximateFloat",
                        member("quantity_get_float", ONE, CelType.DOUBLE, a -> new Scalar.Real(approximate(a.get(0))))),
                function("asInteger", member("quantity_get_int", ONE, INT, QuantityLibrary::asInteger)),
                function(
                        "isInteger",
                        member("quantity_is_integer", ONE, BOOL, a -> Scalar.of(asInteger(a) instanceof Scalar.Int))),
                function(
                        "add",
                        member("quantity_add", TWO, QUANTITY, a -> calculate(a, false)),
                        member("quantity_add_int", WITH_INT, QUANTITY, a -> calculate(a, false))),
                function(
                        "sub",
                        member("quantity_sub", TWO, QUANTITY, a -> calculate(a, true)),
                        member("quantity_sub_int", WITH_INT, QUANTITY, a -> calculate(a, true))));
    }

    private static String text(Value value) {
        return ((Scalar.Text) value).value();
    }

    private static Quantity quantity(List<Value> arguments, int index) {
        return arguments.get(index) instanceof Scalar.Int number
                ? Quantity.of(number.value())
                : ((QuantityValue) arguments.get(index)).quantity();
    }

    private static int compare(List<Value> arguments) {
        return quantity(arguments, 0).compareTo(quantity(arguments, 1));
    }

    private static @Nullable FastAmount fast(Value value) {
        return value instanceof Scalar.Int number ? new FastAmount(number.value(), 0) : ((QuantityValue) value).fast();
    }

    private static Value calculate(List<Value> arguments, boolean minus) {
        Quantity left = quantity(arguments, 0);
        Quantity right = quantity(arguments, 1);
        FastAmount mine = fast(arguments.get(0));
        FastAmount theirs = fast(arguments.get(1));
        FastAmount sum = mine == null || theirs == null ? null : mine.plus(minus ? theirs.negated() : theirs);
        return new QuantityValue(minus ? left.minus(right) : left.plus(right), sum);
    }

    /** The digits as a double, times a power of ten: two roundings (quantity.go, AsApproximateFloat64). */
    private static double approximate(Value value) {
        FastAmount fast = fast(value);
        if (fast != null) {
            return fast.scale() == 0 ? fast.value() : fast.value() * Double.parseDouble("1e" + fast.scale());
        }
        BigDecimal amount = ((QuantityValue) value).quantity().amount();
        double digits = amount.unscaledValue().doubleValue();
        return amount.scale() == 0 ? digits : digits * Double.parseDouble("1e" + -amount.scale());
    }

    private static Value read(Value value) {
        return Quantity.parse(text(value))
                .<Value>map(quantity -> new QuantityValue(quantity, FastAmount.parse(text(value))))
                .orElseGet(() -> new Failure(QuantityErrors.of(text(value))));
    }

    private static Value asInteger(List<Value> arguments) {
        FastAmount fast = fast(arguments.get(0));
        Long whole = fast == null ? null : fast.integer();
        return whole == null ? new Failure("cannot convert value to integer") : Scalar.of(whole.longValue());
    }
}
