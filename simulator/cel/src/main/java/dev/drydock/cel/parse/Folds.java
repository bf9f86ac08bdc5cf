package dev.drydock.cel.parse;

import dev.drydock.cel.ast.Expr;
import org.jspecify.annotations.Nullable;

/** The comprehensions that macros become, with one variable or two. */
final class Folds {

    private Folds() {}

    static Expr all(Nodes nodes, int at, Expr range, String first, @Nullable String second, Expr predicate) {
        Expr initial = nodes.bool(at, true);
        Expr condition = nodes.call(at, "@not_strictly_false", nodes.accumulator(at));
        Expr step = nodes.call(at, "_&&_", nodes.accumulator(at), predicate);
        return fold(nodes, at, range, first, second, initial, condition, step, nodes.accumulator(at));
    }

    static Expr exists(Nodes nodes, int at, Expr range, String first, @Nullable String second, Expr predicate) {
        Expr initial = nodes.bool(at, false);
        Expr condition = nodes.call(at, "@not_strictly_false", nodes.call(at, "!_", nodes.accumulator(at)));
        Expr step = nodes.call(at, "_||_", nodes.accumulator(at), predicate);
        return fold(nodes, at, range, first, second, initial, condition, step, nodes.accumulator(at));
    }

    static Expr existsOne(Nodes nodes, int at, Expr range, String first, @Nullable String second, Expr predicate) {
        Expr more = nodes.call(at, "_+_", nodes.accumulator(at), nodes.number(at, 1));
        Expr step = nodes.call(at, "_?_:_", predicate, more, nodes.accumulator(at));
        Expr result = nodes.call(at, "_==_", nodes.accumulator(at), nodes.number(at, 1));
        return fold(nodes, at, range, first, second, nodes.number(at, 0), nodes.bool(at, true), step, result);
    }

    /** A list of what the transformation makes of the elements that the filter lets through. */
    static Expr collect(
            Nodes nodes,
            int at,
            Expr range,
            String first,
            @Nullable String second,
            @Nullable Expr filter,
            Expr transform) {
        Expr initial = nodes.list(at);
        Expr condition = nodes.bool(at, true);
        Expr step = nodes.call(at, "_+_", nodes.accumulator(at), nodes.list(at, transform));
        return fold(
                nodes,
                at,
                range,
                first,
                second,
                initial,
                condition,
                filtered(nodes, at, filter, step),
                nodes.accumulator(at));
    }

    /** A map into which every element that the filter lets through inserts these arguments. */
    static Expr insert(
            Nodes nodes, int at, Expr range, String first, String second, @Nullable Expr filter, Expr... arguments) {
        Expr[] all = new Expr[arguments.length + 1];
        all[0] = nodes.accumulator(at);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Expr step = nodes.call(at, "cel.@mapInsert", all);
        return fold(
                nodes,
                at,
                range,
                first,
                second,
                nodes.map(at),
                nodes.bool(at, true),
                filtered(nodes, at, filter, step),
                nodes.accumulator(at));
    }

    /** A value with a name: a fold over nothing. */
    static Expr bind(Nodes nodes, int at, String name, Expr value, Expr result) {
        return new Expr.Comprehension(
                nodes.id(at),
                "#unused",
                null,
                nodes.list(at),
                name,
                value,
                nodes.bool(at, false),
                nodes.name(at, name),
                result);
    }

    private static Expr filtered(Nodes nodes, int at, @Nullable Expr filter, Expr step) {
        return filter == null ? step : nodes.call(at, "_?_:_", filter, step, nodes.accumulator(at));
    }

    private static Expr fold(
            Nodes nodes,
            int at,
            Expr range,
            String first,
            @Nullable String second,
            Expr initial,
            Expr condition,
            Expr step,
            Expr result) {
        return new Expr.Comprehension(
                nodes.id(at), first, second, range, Nodes.ACCUMULATOR, initial, condition, step, result);
    }
}
