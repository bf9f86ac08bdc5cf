package dev.drydock.cel.parse;

import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes nodes with fresh ids and remembers where they stand (cel-go, parser/helper.go). */
final class Nodes {

    static final String ACCUMULATOR = "@result";
    /** How the accumulator was called before it was hidden; a variable may still not be called so. */
    static final String OLD_ACCUMULATOR = "__result__";

    /** Macros that repeat their target double it, each time they are chained; cel-go would not end either. */
    static final int MOST = 100_000;

    /** There are more nodes than are worth waiting for. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("too many nodes", null, false, false);
        }
    }

    private final Map<Long, Integer> offsets = new HashMap<>();
    private long next = 1;

    Map<Long, Integer> offsets() {
        return offsets;
    }

    int offset(Expr expr) {
        return offsets.getOrDefault(expr.id(), 0);
    }

    long id(int offset) {
        if (next > MOST) {
            throw new TooMany();
        }
        offsets.put(next, offset);
        return next++;
    }

    Expr literal(int offset, Value value) {
        return new Expr.Literal(id(offset), value);
    }

    Expr bool(int offset, boolean value) {
        return literal(offset, new Scalar.Bool(value));
    }

    Expr number(int offset, long value) {
        return literal(offset, new Scalar.Int(value));
    }

    Expr name(int offset, String name) {
        return new Expr.Identifier(id(offset), name);
    }

    Expr accumulator(int offset) {
        return name(offset, ACCUMULATOR);
    }

    Expr call(int offset, String function, Expr... arguments) {
        return new Expr.Call(id(offset), null, function, List.of(arguments));
    }

    Expr memberCall(int offset, String function, Expr target, Expr... arguments) {
        return new Expr.Call(id(offset), target, function, List.of(arguments));
    }

    Expr list(int offset, Expr... elements) {
        return new Expr.ListLiteral(id(offset), List.of(elements), List.of());
    }

    Expr map(int offset) {
        return new Expr.MapLiteral(id(offset), List.of());
    }

    /** The same expression with ids of its own. */
    Expr copy(Expr expr) {
        long id = id(offset(expr));
        if (expr instanceof Expr.Literal literal) {
            return new Expr.Literal(id, literal.value());
        }
        if (expr instanceof Expr.Identifier name) {
            return new Expr.Identifier(id, name.name());
        }
        if (expr instanceof Expr.Select select) {
            return new Expr.Select(id, copy(select.operand()), select.field(), select.testOnly());
        }
        if (expr instanceof Expr.Call call) {
            @Nullable Expr target = call.target() == null ? null : copy(call.target());
            return new Expr.Call(id, target, call.function(), copies(call.arguments()));
        }
        if (expr instanceof Expr.ListLiteral list) {
            return new Expr.ListLiteral(id, copies(list.elements()), list.optional());
        }
        if (expr instanceof Expr.MapLiteral map) {
            List<Expr.Entry> entries = new ArrayList<>();
            for (Expr.Entry entry : map.entries()) {
                long entryId = id(offsets.getOrDefault(entry.id(), 0));
                entries.add(new Expr.Entry(entryId, copy(entry.key()), copy(entry.value()), entry.optional()));
            }
            return new Expr.MapLiteral(id, entries);
        }
        if (expr instanceof Expr.StructLiteral struct) {
            List<Expr.Field> fields = new ArrayList<>();
            for (Expr.Field field : struct.fields()) {
                long fieldId = id(offsets.getOrDefault(field.id(), 0));
                fields.add(new Expr.Field(fieldId, field.name(), copy(field.value()), field.optional()));
            }
            return new Expr.StructLiteral(id, struct.typeName(), fields);
        }
        Expr.Comprehension fold = (Expr.Comprehension) expr;
        return new Expr.Comprehension(
                id,
                fold.variable(),
                fold.secondVariable(),
                copy(fold.range()),
                fold.accumulator(),
                copy(fold.initial()),
                copy(fold.condition()),
                copy(fold.step()),
                copy(fold.result()));
    }

    private List<Expr> copies(List<Expr> expressions) {
        return expressions.stream().map(this::copy).toList();
    }
}
