package dev.drydock.cel.parse;

import dev.drydock.cel.ast.Expr;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The macros of the language itself (cel-go, parser/macro.go). */
final class StandardMacros {

    static final List<Macro> ALL = List.of(
            new Macro("has", 1, false, StandardMacros::has),
            new Macro("all", 2, true, StandardMacros::all),
            new Macro("exists", 2, true, StandardMacros::exists),
            new Macro("exists_one", 2, true, StandardMacros::existsOne),
            new Macro("map", 2, true, StandardMacros::map),
            new Macro("map", 3, true, StandardMacros::map),
            new Macro("filter", 2, true, StandardMacros::filter));

    private StandardMacros() {}

    private static Expr has(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments) throws Macro.Misused {
        if (arguments.get(0) instanceof Expr.Select select) {
            return new Expr.Select(nodes.id(at), select.operand(), select.field(), true);
        }
        throw new Macro.Misused(arguments.get(0), "invalid argument to has() macro");
    }

    private static Expr all(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments) throws Macro.Misused {
        String variable = variable(arguments.get(0), "argument must be a simple name");
        return Folds.all(nodes, at, range(target), variable, null, arguments.get(1));
    }

    private static Expr exists(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments) throws Macro.Misused {
        String variable = variable(arguments.get(0), "argument must be a simple name");
        return Folds.exists(nodes, at, range(target), variable, null, arguments.get(1));
    }

    private static Expr existsOne(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments)
            throws Macro.Misused {
        String variable = variable(arguments.get(0), "argument must be a simple name");
        return Folds.existsOne(nodes, at, range(target), variable, null, arguments.get(1));
    }

    private static Expr map(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments) throws Macro.Misused {
        String variable = variable(arguments.get(0), "argument is not an identifier");
        @Nullable Expr filter = arguments.size() == 3 ? arguments.get(1) : null;
        Expr transform = arguments.get(arguments.size() - 1);
        return Folds.collect(nodes, at, range(target), variable, null, filter, transform);
    }

    private static Expr filter(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments) throws Macro.Misused {
        String variable = variable(arguments.get(0), "argument is not an identifier");
        return Folds.collect(nodes, at, range(target), variable, null, arguments.get(1), arguments.get(0));
    }

    private static Expr range(@Nullable Expr target) {
        return Objects.requireNonNull(target);
    }

    /** The name that an argument of a macro introduces. */
    static String variable(Expr argument, String otherwise) throws Macro.Misused {
        if (!(argument instanceof Expr.Identifier name)) {
            throw new Macro.Misused(argument, otherwise);
        }
        if (name.name().equals(Nodes.ACCUMULATOR) || name.name().equals(Nodes.OLD_ACCUMULATOR)) {
            throw new Macro.Misused(argument, "iteration variable overwrites accumulator variable");
        }
        return name.name();
    }
}
