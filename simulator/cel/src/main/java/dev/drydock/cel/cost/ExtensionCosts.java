package dev.drydock.cel.cost;

import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.value.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the functions of cel-go's own extensions cost (cel-go, ext/lists.go and ext/sets.go). */
final class ExtensionCosts implements CallCosts {

    @Override
    public @Nullable Cost of(String function, String overload, @Nullable Sized target, List<Sized> arguments) {
        int count = arguments.size();
        if (target == null) {
            return switch (overload) {
                case "lists_range" -> count == 1 ? list(1, Range.of(number(arguments.get(0), -1L))) : null;
                case "list_sets_contains_list", "list_sets_intersects_list" -> sets(1, arguments);
                case "list_sets_equivalent_list" -> sets(2, arguments);
                default -> null;
            };
        }
        Range size = target.sizeOrUnknown();
        switch (overload) {
            case "list_slice" -> {
                long start = number(arguments.get(0), 0);
                return list(1, Range.of(number(arguments.get(1), size.max()) - start));
            }
            case "list_reverse" -> {
                return list(1, size);
            }
            case "list_flatten" -> {
                return list(1, size);
            }
            case "list_flatten_int" -> {
                return list(Range.real(number(arguments.get(0), -1L)), size);
            }
            case "list_distinct" -> {
                return list(2, size.times(size));
            }
            default -> {
                return sort(overload, size, arguments);
            }
        }
    }

    /** Sorting compares every element with every other. */
    private static @Nullable Cost sort(String overload, Range size, List<Sized> arguments) {
        boolean byKeys = overload.endsWith("_sortByAssociatedKeys");
        if (!overload.startsWith("list_") || !(byKeys || overload.endsWith("_sort"))) {
            return null;
        }
        boolean texts = overload.startsWith("list_string_") || overload.startsWith("list_bytes_");
        Range compared = byKeys ? arguments.get(0).sizeOrUnknown() : size;
        return list(texts ? 2 + StandardCosts.TRAVERSAL : 2, compared.times(compared));
    }

    private static @Nullable Cost sets(double factor, List<Sized> arguments) {
        if (arguments.size() != 2) {
            return null;
        }
        Range pairs = arguments.get(0).sizeOrUnknown().times(arguments.get(1).sizeOrUnknown());
        return Cost.of(pairs.times(factor).plus(Range.ONE));
    }

    /** A call that makes a list. */
    private static Cost list(double factor, Range size) {
        return new Cost(size.times(factor).plus(Range.ONE).plus(Range.of(CostEstimate.LIST)), size);
    }

    private static long number(Sized argument, long otherwise) {
        return argument.expr() instanceof Expr.Literal literal && literal.value() instanceof Scalar.Int number
                ? Math.max(0, number.value())
                : otherwise;
    }
}
