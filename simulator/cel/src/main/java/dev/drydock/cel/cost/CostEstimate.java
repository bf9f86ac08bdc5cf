package dev.drydock.cel.cost;

import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.ast.Reference;
import dev.drydock.cel.type.CelType.Kind;
import dev.drydock.cel.value.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Estimates what a checked expression costs (cel-go, checker/cost.go, coster). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CostEstimate {

    static final int LIST = 10;
    private static final int MAP = 30;
    private static final int STRUCT = 40;
    private static final CallCosts EXTENSIONS = new ExtensionCosts();
    private static final CallCosts STANDARD = new StandardCosts();

    private final Ast ast;
    private final CallCosts costs;
    private final Sizes sizes;

    private CostEstimate(Ast ast, CallCosts costs, SizeHints hints) {
        this.ast = ast;
        this.costs = costs;
        this.sizes = new Sizes(ast, hints);
    }

    /** What the expression costs at least and at most; asking whether a field is there costs nothing, as in Kubernetes. */
    public static Range of(Ast checked, CallCosts costs, SizeHints hints) {
        return new CostEstimate(checked, costs, hints).cost(checked.expression());
    }

    private Range cost(Expr expr) {
        if (expr instanceof Expr.Identifier name) {
            sizes.path(expr, sizes.pathOf(name));
            return Range.ONE;
        }
        if (expr instanceof Expr.Select select) {
            return select(select);
        }
        if (expr instanceof Expr.Call call) {
            return call(call);
        }
        if (expr instanceof Expr.ListLiteral list) {
            return list(list);
        }
        if (expr instanceof Expr.MapLiteral map) {
            return map(map);
        }
        if (expr instanceof Expr.StructLiteral struct) {
            Range sum = Range.of(STRUCT);
            for (Expr.Field field : struct.fields()) {
                sum = sum.plus(cost(field.value()));
            }
            return sum;
        }
        if (expr instanceof Expr.Comprehension fold) {
            return isBinding(fold) ? binding(fold) : comprehension(fold);
        }
        return Range.ZERO;
    }

    private Range select(Expr.Select expr) {
        Range sum = cost(expr.operand());
        if (expr.testOnly()) {
            return sum;
        }
        Kind kind = sizes.type(expr.operand()).kind();
        if (kind == Kind.MAP || kind == Kind.OBJECT || kind == Kind.TYPE_PARAMETER) {
            sum = sum.plus(Range.ONE);
        }
        sizes.path(expr, sizes.pathOf(expr.operand()), expr.field());
        return sum;
    }

    private Range call(Expr.Call call) {
        if (call.function().equals("dyn")) {
            Range cost = cost(call.arguments().get(0));
            sizes.copy(call, call.arguments().get(0));
            return cost.plus(Range.ONE);
        }
        List<Sized> arguments = new ArrayList<>();
        List<Range> argumentCosts = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            argumentCosts.add(cost(argument));
            arguments.add(sizes.of(argument));
        }
        @Nullable Reference reference = ast.references().get(call.id());
        if (reference == null || reference.overloads().isEmpty()) {
            return Range.ZERO;
        }
        Range sum = call.target() == null ? Range.ZERO : cost(call.target());
        @Nullable Sized target = call.target() == null ? null : sizes.of(call.target());
        Range function = Range.NONE;
        @Nullable Range resultSize = null;
        for (String overload : reference.overloads()) {
            CallCosts.Cost cost = overload(call, overload, target, arguments, argumentCosts);
            function = function.union(cost.cost());
            if (cost.resultSize() != null) {
                resultSize = resultSize == null ? cost.resultSize() : resultSize.union(cost.resultSize());
            }
            if (overload.equals("index_list") || overload.equals("index_map")) {
                Expr container = call.arguments().get(0);
                Sizes.@Nullable Entries entries = sizes.entries(container);
                resultSize = entries == null ? null : entries.value();
                sizes.path(call, sizes.pathOf(container), overload.equals("index_list") ? "@items" : "@values");
            }
            if (resultSize == null) {
                resultSize = sizes.size(call);
            }
        }
        sizes.size(call, resultSize);
        return sum.plus(function);
    }

    private CallCosts.Cost overload(
            Expr.Call call, String overload, @Nullable Sized target, List<Sized> arguments, List<Range> argumentCosts) {
        Range sum = argumentCosts.stream().reduce(Range.ZERO, Range::plus);
        CallCosts.@Nullable Cost own = EXTENSIONS.of(call.function(), overload, target, arguments);
        if (own == null) {
            own = costs.of(call.function(), overload, target, arguments);
        }
        if (own != null) {
            return new CallCosts.Cost(own.cost().plus(sum), own.resultSize());
        }
        switch (overload) {
            case "logical_and", "logical_or" -> {
                Range left = argumentCosts.get(0);
                return CallCosts.Cost.of(
                        new Range(left.min(), left.plus(argumentCosts.get(1)).max()));
            }
            case "conditional" -> {
                sizes.entries(
                        call, join(call.arguments().get(1), call.arguments().get(2)));
                Range branches = argumentCosts.get(1).union(argumentCosts.get(2));
                return new CallCosts.Cost(
                        argumentCosts.get(0).plus(branches),
                        arguments.get(1).sizeOrUnknown().union(arguments.get(2).sizeOrUnknown()));
            }
            case "add_string", "add_bytes", "add_list" ->
                sizes.entries(
                        call, join(call.arguments().get(0), call.arguments().get(1)));
            default -> {}
        }
        CallCosts.@Nullable Cost standard = STANDARD.of(call.function(), overload, target, arguments);
        return standard == null
                ? CallCosts.Cost.of(sum.plus(Range.ONE))
                : new CallCosts.Cost(standard.cost().plus(sum), standard.resultSize());
    }

    private Sizes.@Nullable Entries join(Expr first, Expr second) {
        Sizes.@Nullable Entries one = sizes.entries(first);
        Sizes.@Nullable Entries other = sizes.entries(second);
        return one == null || other == null ? null : one.union(other);
    }

    private Range list(Expr.ListLiteral list) {
        Range sum = Range.of(LIST);
        Range item = list.elements().isEmpty() ? Range.ZERO : Range.NONE;
        for (Expr element : list.elements()) {
            sum = sum.plus(cost(element));
            item = item.union(sizes.sizeOrUnknown(element));
        }
        sizes.entries(list, new Sizes.Entries(Kind.LIST, Range.ONE, item));
        return sum;
    }

    private Range map(Expr.MapLiteral map) {
        Range sum = Range.of(MAP);
        Range key = map.entries().isEmpty() ? Range.ZERO : Range.NONE;
        Range value = key;
        for (Expr.Entry entry : map.entries()) {
            sum = sum.plus(cost(entry.key())).plus(cost(entry.value()));
            key = key.union(sizes.sizeOrUnknown(entry.key()));
            value = value.union(sizes.sizeOrUnknown(entry.value()));
        }
        sizes.entries(map, new Sizes.Entries(Kind.MAP, key, value));
        return sum;
    }

    private Range comprehension(Expr.Comprehension fold) {
        Range sum = cost(fold.range()).plus(cost(fold.initial()));
        sizes.enter(fold.accumulator(), fold.initial());
        sizes.enterElements(fold);
        Range loop = cost(fold.condition());
        Range step = cost(fold.step());
        sizes.exitElements(fold);
        sum = sum.plus(cost(fold.result()));
        sizes.exit(fold.accumulator());
        Range count = sizes.sizeOrUnknown(fold.range());
        sum = sum.plus(count.times(step.plus(loop)));
        if (fold.initial() instanceof Expr.Literal) {
            sizes.size(fold, sizes.size(fold.initial()));
        } else if (fold.initial() instanceof Expr.ListLiteral || fold.initial() instanceof Expr.MapLiteral) {
            sizes.size(fold, count);
            sizes.entries(fold, sizes.entries(fold.step()));
        }
        return sum;
    }

    private static boolean isBinding(Expr.Comprehension fold) {
        return fold.range() instanceof Expr.ListLiteral list
                && list.elements().isEmpty()
                && fold.condition() instanceof Expr.Literal literal
                && literal.value().equals(new Scalar.Bool(false));
    }

    private Range binding(Expr.Comprehension fold) {
        Range sum = cost(fold.range()).plus(cost(fold.initial()));
        sizes.enter(fold.accumulator(), fold.initial());
        sum = sum.plus(cost(fold.result()));
        sizes.exit(fold.accumulator());
        sizes.copy(fold, fold.result());
        return sum;
    }
}
