package dev.drydock.cel.parse;

import dev.drydock.cel.ast.Expr;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The macros that libraries add (cel-go, cel/library.go, ext/bindings.go, ext/comprehensions.go, ext/lists.go). */
final class ExtensionMacros {

    static final List<Macro> OPTIONAL = List.of(
            new Macro("optMap", 2, true, ExtensionMacros::optMap),
            new Macro("optFlatMap", 2, true, ExtensionMacros::optFlatMap));
    static final List<Macro> BINDINGS = List.of(new Macro("bind", 3, true, ExtensionMacros::bind));
    static final List<Macro> SORTING = List.of(new Macro("sortBy", 2, true, ExtensionMacros::sortBy));
    static final List<Macro> TWO_VARIABLES = List.of(
            new Macro("all", 3, true, ExtensionMacros::all),
            new Macro("exists", 3, true, ExtensionMacros::exists),
            new Macro("existsOne", 3, true, ExtensionMacros::existsOne),
            new Macro("exists_one", 3, true, ExtensionMacros::existsOne),
            new Macro("transformList", 3, true, ExtensionMacros::transformList),
            new Macro("transformList", 4, true, ExtensionMacros::transformList),
            new Macro("transformMap", 3, true, ExtensionMacros::transformMap),
            new Macro("transformMap", 4, true, ExtensionMacros::transformMap),
            new Macro("transformMapEntry", 3, true, ExtensionMacros::transformMapEntry),
            new Macro("transformMapEntry", 4, true, ExtensionMacros::transformMapEntry));

    private ExtensionMacros() {}

    private static @Nullable Expr bind(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments)
            throws Macro.Misused {
        if (!(target instanceof Expr.Identifier namespace && namespace.name().equals("cel"))) {
            return null;
        }
        if (!(arguments.get(0) instanceof Expr.Identifier name)) {
            throw new Macro.Misused(arguments.get(0), "cel.bind() variable names must be simple identifiers");
        }
        return Folds.bind(nodes, at, name.name(), arguments.get(1), arguments.get(2));
    }

    private static Expr sortBy(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments) throws Macro.Misused {
        String input = "@__sortBy_input__";
        if (target instanceof Expr.Literal
                || target instanceof Expr.MapLiteral
                || target instanceof Expr.StructLiteral) {
            throw new Macro.Misused(
                    target,
                    "sortBy can only be applied to a list, identifier, comprehension, call or select expression");
        }
        String variable = StandardMacros.variable(arguments.get(0), "argument is not an identifier");
        Expr keys = Folds.collect(nodes, at, nodes.name(at, input), variable, null, null, arguments.get(1));
        Expr sorted = nodes.memberCall(at, "@sortByAssociatedKeys", nodes.name(at, input), keys);
        return Folds.bind(nodes, at, input, range(target), sorted);
    }

    private static Expr optMap(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments) throws Macro.Misused {
        Expr bound = bound(nodes, at, "optMap", range(target), arguments);
        return ifPresent(nodes, at, range(target), nodes.call(at, "optional.of", bound));
    }

    private static Expr optFlatMap(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments)
            throws Macro.Misused {
        return ifPresent(nodes, at, range(target), bound(nodes, at, "optFlatMap", range(target), arguments));
    }

    private static Expr bound(Nodes nodes, int at, String macro, Expr target, List<Expr> arguments)
            throws Macro.Misused {
        if (!(arguments.get(0) instanceof Expr.Identifier name)) {
            throw new Macro.Misused(arguments.get(0), macro + "() variable name must be a simple identifier");
        }
        Expr value = nodes.memberCall(at, "value", nodes.copy(target));
        return Folds.bind(nodes, at, name.name(), value, arguments.get(1));
    }

    private static Expr ifPresent(Nodes nodes, int at, Expr target, Expr then) {
        Expr present = nodes.memberCall(at, "hasValue", target);
        return nodes.call(at, "_?_:_", present, then, nodes.call(at, "optional.none"));
    }

    private static Expr all(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments) throws Macro.Misused {
        Variables names = Variables.of(arguments);
        return Folds.all(nodes, at, range(target), names.first, names.second, arguments.get(2));
    }

    private static Expr exists(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments) throws Macro.Misused {
        Variables names = Variables.of(arguments);
        return Folds.exists(nodes, at, range(target), names.first, names.second, arguments.get(2));
    }

    private static Expr existsOne(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments)
            throws Macro.Misused {
        Variables names = Variables.of(arguments);
        return Folds.existsOne(nodes, at, range(target), names.first, names.second, arguments.get(2));
    }

    private static Expr transformList(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments)
            throws Macro.Misused {
        Variables names = Variables.of(arguments);
        return Folds.collect(
                nodes, at, range(target), names.first, names.second, filter(arguments), transform(arguments));
    }

    private static Expr transformMap(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments)
            throws Macro.Misused {
        Variables names = Variables.of(arguments);
        Expr key = nodes.name(at, names.first);
        return Folds.insert(
                nodes, at, range(target), names.first, names.second, filter(arguments), key, transform(arguments));
    }

    private static Expr transformMapEntry(Nodes nodes, int at, @Nullable Expr target, List<Expr> arguments)
            throws Macro.Misused {
        Variables names = Variables.of(arguments);
        return Folds.insert(
                nodes, at, range(target), names.first, names.second, filter(arguments), transform(arguments));
    }

    private static @Nullable Expr filter(List<Expr> arguments) {
        return arguments.size() == 4 ? arguments.get(2) : null;
    }

    private static Expr transform(List<Expr> arguments) {
        return arguments.get(arguments.size() - 1);
    }

    private static Expr range(@Nullable Expr target) {
        return Objects.requireNonNull(target);
    }

    private record Variables(String first, String second) {

        static Variables of(List<Expr> arguments) throws Macro.Misused {
            String first = simple(arguments.get(0));
            String second = simple(arguments.get(1));
            if (first.equals(second)) {
                throw new Macro.Misused(arguments.get(1), "duplicate variable name: " + first);
            }
            StandardMacros.variable(arguments.get(0), "");
            StandardMacros.variable(arguments.get(1), "");
            return new Variables(first, second);
        }

        private static String simple(Expr argument) throws Macro.Misused {
            if (argument instanceof Expr.Identifier name) {
                return name.name();
            }
            throw new Macro.Misused(argument, "argument must be a simple name");
        }
    }
}
