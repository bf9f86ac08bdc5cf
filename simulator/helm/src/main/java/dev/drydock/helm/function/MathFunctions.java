package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.ANY;
import static dev.drydock.helm.value.GoType.FLOAT64;
import static dev.drydock.helm.value.GoType.INT;
import static dev.drydock.helm.value.GoType.STRING;

import dev.drydock.helm.template.LimitException;
import dev.drydock.helm.value.Arguments;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFormat;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.yaml.GoNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers (Sprig's numeric.go): integer arithmetic wraps around, decimal arithmetic is exact up to 16 digits of a quotient. */
final class MathFunctions {

    private static final int LONGEST = 1_000_000;
    private static final int DIVISION_PRECISION = 16;

    private MathFunctions() {}

    static void addTo(Map<String, GoFunction> table) {
        table.put("add", GoFunction.variadic(a -> fold(0, a.from(0), Long::sum), ANY));
        table.put("add1", GoFunction.of(a -> GoInt.int64(Cast.toInt64(a.get(0)) + 1), ANY));
        table.put("sub", GoFunction.of(a -> pair(a, (x, y) -> x - y), ANY, ANY));
        table.put("div", GoFunction.of(a -> pair(a, (x, y) -> x / divisor(y)), ANY, ANY));
        table.put("mod", GoFunction.of(a -> pair(a, (x, y) -> x % divisor(y)), ANY, ANY));
        table.put("mul", GoFunction.variadic(a -> fold(Cast.toInt64(a.get(0)), a.from(1), (x, y) -> x * y), ANY, ANY));
        GoFunction max = GoFunction.variadic(a -> fold(Cast.toInt64(a.get(0)), a.from(1), Math::max), ANY, ANY);
        table.put("max", max);
        table.put("biggest", max);
        table.put("min", GoFunction.variadic(a -> fold(Cast.toInt64(a.get(0)), a.from(1), Math::min), ANY, ANY));
        table.put("maxf", GoFunction.variadic(a -> floats(a, Math::max), ANY, ANY));
        table.put("minf", GoFunction.variadic(a -> floats(a, Math::min), ANY, ANY));
        table.put("add1f", GoFunction.of(a -> decimals(a.get(0), List.of(GoInt.of(1)), BigDecimal::add), ANY));
        table.put("addf", GoFunction.variadic(a -> decimals(0.0, a.from(0), BigDecimal::add), ANY));
        table.put("subf", GoFunction.variadic(a -> decimals(a.get(0), a.from(1), BigDecimal::subtract), ANY, ANY));
        table.put("mulf", GoFunction.variadic(a -> decimals(a.get(0), a.from(1), BigDecimal::multiply), ANY, ANY));
        table.put("divf", GoFunction.variadic(a -> decimals(a.get(0), a.from(1), MathFunctions::divide), ANY, ANY));
        table.put("ceil", GoFunction.of(a -> Math.ceil(Cast.toFloat64(a.get(0))), ANY));
        table.put("floor", GoFunction.of(a -> Math.floor(Cast.toFloat64(a.get(0))), ANY));
        table.put("round", GoFunction.variadic(MathFunctions::round, ANY, INT, FLOAT64));
        table.put("int", GoFunction.of(a -> GoInt.of(Cast.toInt64(a.get(0))), ANY));
        table.put("int64", GoFunction.of(a -> GoInt.int64(Cast.toInt64(a.get(0))), ANY));
        table.put("float64", GoFunction.of(a -> Cast.toFloat64(a.get(0)), ANY));
        table.put("toDecimal", GoFunction.of(a -> GoInt.int64(octal(GoFormat.print(a.get(0)))), ANY));
        table.put("atoi", GoFunction.of(a -> GoInt.of(decimal(a.string(0))), STRING));
        table.put("until", GoFunction.of(a -> ints(steps(0, a.integer(0), a.integer(0) < 0 ? -1 : 1)), INT));
        table.put(
                "untilStep", GoFunction.of(a -> ints(steps(a.integer(0), a.integer(1), a.integer(2))), INT, INT, INT));
        table.put("seq", GoFunction.variadic(MathFunctions::sequence, INT));
    }

    private static long divisor(long number) {
        if (number == 0) {
            throw new GoException("runtime error: integer divide by zero");
        }
        return number;
    }

    private static GoInt pair(Arguments a, LongBinaryOperator operator) {
        return GoInt.int64(operator.applyAsLong(Cast.toInt64(a.get(0)), Cast.toInt64(a.get(1))));
    }

    private static GoInt fold(long start, List<? extends @Nullable Object> values, LongBinaryOperator operator) {
        long result = start;
        for (Object value : values) {
            result = operator.applyAsLong(result, Cast.toInt64(value));
        }
        return GoInt.int64(result);
    }

    private static Double floats(Arguments a, BinaryOperator<Double> operator) {
        double result = Cast.toFloat64(a.get(0));
        for (Object value : a.from(1)) {
            result = operator.apply(result, Cast.toFloat64(value));
        }
        return result;
    }

    private static Double decimals(
            @Nullable Object start, List<? extends @Nullable Object> values, BinaryOperator<BigDecimal> operator) {
        BigDecimal result = exact(start);
        for (Object value : values) {
            result = operator.apply(result, exact(value));
        }
        return result.doubleValue();
    }

    private static BigDecimal exact(@Nullable Object value) {
        double number = Cast.toFloat64(value);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            String shown = Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
            throw new GoException("Cannot create a Decimal from " + shown);
        }
        return number == 0 ? BigDecimal.ZERO : GoNumbers.shortest(number);
    }

    private static BigDecimal divide(BigDecimal a, BigDecimal b) {
        if (b.signum() == 0) {
            throw new GoException("decimal division by 0");
        }
        return a.divide(b, DIVISION_PRECISION, RoundingMode.HALF_UP);
    }

    private static Double round(Arguments a) {
        double on = a.size() > 2 ? (Double) java.util.Objects.requireNonNull(a.get(2)) : 0.5;
        double power = Math.pow(10, (double) a.integer(1));
        double digit = power * Cast.toFloat64(a.get(0));
        double fraction = digit - (digit < 0 ? Math.ceil(digit) : Math.floor(digit));
        return (fraction >= on ? Math.ceil(digit) : Math.floor(digit)) / power;
    }

    private static long octal(String text) {
        return text.matches("[+-]?[0-7]{1,40}") ? bounded(new BigInteger(text.replace("+", ""), 8)) : 0;
    }

    private static long bounded(BigInteger number) {
        return number.bitLength() < 64 ? number.longValue() : 0;
    }

    /** strconv.Atoi without its error: a number out of range is the nearest. */
    private static long decimal(String text) {
        if (!text.matches("[+-]?[0-9]{1,400}")) {
            return 0;
        }
        BigInteger number = new BigInteger(text.replace("+", ""));
        return number.bitLength() < 64 ? number.longValue() : number.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static List<Long> steps(long start, long stop, long step) {
        List<Long> numbers = new ArrayList<>();
        if (stop < start ? step >= 0 : step <= 0) {
            return numbers;
        }
        for (long i = start; stop < start ? i > stop : i < stop; i += step) {
            if (numbers.size() >= LONGEST) {
                throw new LimitException("lists of more than " + LONGEST + " numbers");
            }
            numbers.add(i);
        }
        return numbers;
    }

    private static GoList ints(List<Long> numbers) {
        return GoList.ofType("[]int", numbers.stream().map(GoInt::of).toList());
    }

    private static String sequence(Arguments a) {
        if (a.size() == 0 || a.size() > 3) {
            return "";
        }
        long start = a.size() == 1 ? 1 : a.integer(0);
        long end = a.integer(a.size() - 1);
        long direction = end < start ? -1 : 1;
        long step = a.size() == 3 ? a.integer(1) : direction;
        if (a.size() == 3 && end < start && step > 0) {
            return "";
        }
        return steps(start, end + direction, step).stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
