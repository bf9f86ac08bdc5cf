package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Collections;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.OptionalValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Sized;
import dev.drydock.cel.value.Value;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What calls cost (cel-go, interpreter/runtimecost.go, and ext/lists.go, ext/sets.go for theirs). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Costs {

    /** Reading a tenth of a character. */
    public static final double TRAVERSAL = 0.1;

    /** A quarter for each character of a pattern. */
    public static final double PATTERN = 0.25;

    private static final long LIST = 10;

    private Costs() {}

    static void call(Meter meter, String function, String overload, List<Value> arguments, Value result) {
        @Nullable Long own = ofLists(overload, arguments, result);
        if (own == null) {
            own = meter.options().costs().of(function, overload, arguments, result);
        }
        meter.add(own == null ? standard(overload, arguments) : own);
    }

    /** The size of a value in units of the cost model; 1 for what has no size. */
    public static long size(Value value) {
        if (value instanceof Sized sized) {
            return sized.size();
        }
        if (value instanceof OptionalValue optional && optional.value() != null) {
            return size(optional.get());
        }
        return Collections.size(value) instanceof Scalar.Int size ? size.value() : 1;
    }

    /** The units of a size at a factor, rounded up. */
    public static long units(double size, double factor) {
        return (long) Math.ceil(size * factor);
    }

    private static long standard(String overload, List<Value> arguments) {
        return switch (overload) {
            case "starts_with_string",
                    "ends_with_string",
                    "string_to_bytes",
                    "bytes_to_string",
                    "strings_quote",
                    "string_format" -> units((double) size(arguments.get(0)), TRAVERSAL);
            case "in_list" -> size(arguments.get(1));
            case "less_string",
                    "greater_string",
                    "less_equals_string",
                    "greater_equals_string",
                    "less_bytes",
                    "greater_bytes",
                    "less_equals_bytes",
                    "greater_equals_bytes",
                    "equals",
                    "not_equals" -> units((double) Math.min(size(arguments.get(0)), size(arguments.get(1))), TRAVERSAL);
            case "add_string", "add_bytes" ->
                units((double) size(arguments.get(0)) + size(arguments.get(1)), TRAVERSAL);
            case "matches_string" -> pattern(arguments);
            case "contains_string" ->
                units((double) size(arguments.get(0)), TRAVERSAL) * units((double) size(arguments.get(1)), TRAVERSAL);
            default -> 1;
        };
    }

    /** The cost of matching a text with a pattern. */
    public static long pattern(List<Value> arguments) {
        return units(1.0 + size(arguments.get(0)), TRAVERSAL) * units((double) size(arguments.get(1)), PATTERN);
    }

    private static @Nullable Long ofLists(String overload, List<Value> arguments, Value result) {
        if (!overload.startsWith("list")) {
            return null;
        }
        switch (overload) {
            case "list_sets_contains_list", "list_sets_intersects_list" -> {
                return 1 + size(arguments.get(0)) * size(arguments.get(1));
            }
            case "list_sets_equivalent_list" -> {
                return 1 + 2 * size(arguments.get(0)) * size(arguments.get(1));
            }
            case "list_slice", "lists_range", "list_reverse" -> {
                return allocating(1, size(result));
            }
            case "list_flatten" -> {
                return allocating(1, size(arguments.get(0)));
            }
            case "list_flatten_int" -> {
                return allocating(
                        arguments.get(1) instanceof Scalar.Int depth ? depth.value() : 1, size(arguments.get(0)));
            }
            case "list_distinct" -> {
                return selfCompare(arguments.get(0));
            }
            default -> {
                if (overload.endsWith("_sort")) {
                    return selfCompare(arguments.get(0));
                }
                return overload.endsWith("_sortByAssociatedKeys") ? selfCompare(arguments.get(1)) : null;
            }
        }
    }

    private static long selfCompare(Value value) {
        long size = size(value);
        boolean texts = value instanceof ListValue list
                && list.size() > 0
                && (list.get(0) instanceof Scalar.Text || list.get(0) instanceof Scalar.Bytes);
        return allocating(texts ? 2 + TRAVERSAL : 2, size * size);
    }

    private static long allocating(double factor, long size) {
        return (long) (size * factor) + 1 + LIST;
    }
}
