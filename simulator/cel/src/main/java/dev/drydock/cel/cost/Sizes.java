package dev.drydock.cel.cost;

import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.type.CelType.Kind;
import dev.drydock.cel.value.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known about the places and sizes of the parts of an expression while its cost is estimated. */
final class Sizes {

    private final Ast ast;
    private final SizeHints hints;
    private final Map<Long, List<String>> paths = new HashMap<>();
    private final Map<Long, Range> sizes = new HashMap<>();
    private final Map<Long, Entries> entries = new HashMap<>();
    private final Map<String, Deque<Local>> locals = new HashMap<>();

    Sizes(Ast ast, SizeHints hints) {
        this.ast = ast;
        this.hints = hints;
    }

    /** The sizes of what a list or a map holds. */
    record Entries(Kind container, Range key, Range value) {

        Entries union(Entries other) {
            return new Entries(container, key.union(other.key), value.union(other.value));
        }
    }

    private record Local(
            List<String> path,
            @Nullable Range size,
            @Nullable Entries entries) {}

    CelType type(Expr expr) {
        return ast.types().getOrDefault(expr.id(), CelType.DYN);
    }

    List<String> pathOf(Expr expr) {
        if (expr instanceof Expr.Identifier name) {
            @Nullable Local local = local(name.name());
            return local == null ? paths.getOrDefault(expr.id(), List.of(name.name())) : local.path;
        }
        return paths.getOrDefault(expr.id(), List.of());
    }

    void path(Expr expr, List<String> path) {
        paths.put(expr.id(), path);
    }

    void path(Expr expr, List<String> path, String more) {
        paths.put(expr.id(), plus(path, more));
    }

    private static List<String> plus(List<String> path, String more) {
        List<String> longer = new ArrayList<>(path);
        longer.add(more);
        return longer;
    }

    Sized of(Expr expr) {
        List<String> path = pathOf(expr);
        boolean accumulator = !path.isEmpty() && path.get(0).equals("@result");
        return new Sized(expr, type(expr), accumulator ? List.of() : path, size(expr), hints);
    }

    void size(Expr expr, @Nullable Range size) {
        if (size != null) {
            sizes.put(expr.id(), size);
        }
    }

    Range sizeOrUnknown(Expr expr) {
        @Nullable Range size = size(expr);
        return size == null ? Range.UNKNOWN : size;
    }

    @Nullable
    Range size(Expr expr) {
        @Nullable Range known = sizes.get(expr.id());
        if (known != null) {
            return known;
        }
        @Nullable Range written = written(expr);
        if (written != null) {
            return written;
        }
        List<String> path = pathOf(expr);
        @Nullable Range hint = path.isEmpty() ? null : hints.size(path);
        if (hint != null) {
            sizes.put(expr.id(), hint);
            return hint;
        }
        if (isScalar(type(expr))) {
            return Range.ONE;
        }
        @Nullable Local local = expr instanceof Expr.Identifier name ? local(name.name()) : null;
        return local == null ? null : local.size;
    }

    /** The size of what is written out. */
    private static @Nullable Range written(Expr expr) {
        if (expr instanceof Expr.ListLiteral list) {
            return Range.of(list.elements().size());
        }
        if (expr instanceof Expr.MapLiteral map) {
            return Range.of(map.entries().size());
        }
        if (!(expr instanceof Expr.Literal literal)) {
            return null;
        }
        if (literal.value() instanceof Scalar.Text text) {
            return Range.of(text.value().codePointCount(0, text.value().length()));
        }
        return Range.of(
                literal.value() instanceof Scalar.Bytes bytes ? bytes.latin1().length() : 1);
    }

    private static boolean isScalar(CelType type) {
        return switch (type.kind()) {
            case BOOL, DOUBLE, DURATION, INT, TIMESTAMP, UINT -> true;
            case OPAQUE ->
                type.name().equals("optional_type")
                        && !type.parameters().isEmpty()
                        && isScalar(type.parameters().get(0));
            default -> false;
        };
    }

    void entries(Expr expr, @Nullable Entries known) {
        if (known != null) {
            entries.put(expr.id(), known);
        }
    }

    @Nullable
    Entries entries(Expr expr) {
        @Nullable Entries known = entries.get(expr.id());
        if (known != null) {
            return known;
        }
        @Nullable Local local = expr instanceof Expr.Identifier name ? local(name.name()) : null;
        return local == null ? null : local.entries;
    }

    void copy(Expr to, Expr from) {
        size(to, size(from));
        entries(to, entries(from));
    }

    /** Gives a name to the value of an expression. */
    void enter(String name, Expr value) {
        push(name, new Local(pathOf(value), size(value), entries(value)));
    }

    /** Gives the names of a fold to the elements of its range. */
    void enterElements(Expr.Comprehension fold) {
        @Nullable Entries known = entries(fold.range());
        Kind container = known == null ? type(fold.range()).kind() : known.container;
        boolean list = container == Kind.LIST;
        List<String> path = pathOf(fold.range());
        @Nullable Range key = known == null ? null : known.key;
        @Nullable Range value = known == null ? null : known.value;
        Local keys = new Local(plus(path, list ? "@indices" : "@keys"), key, null);
        Local values = new Local(plus(path, list ? "@items" : "@values"), value, null);
        if (fold.secondVariable() == null) {
            push(fold.variable(), list ? values : keys);
        } else {
            push(fold.variable(), keys);
            push(fold.secondVariable(), values);
        }
    }

    void exitElements(Expr.Comprehension fold) {
        exit(fold.variable());
        if (fold.secondVariable() != null) {
            exit(fold.secondVariable());
        }
    }

    void exit(String name) {
        Objects.requireNonNull(locals.get(name), "not entered").pop();
    }

    private void push(String name, Local local) {
        locals.computeIfAbsent(name, key -> new ArrayDeque<>()).push(local);
    }

    private @Nullable Local local(String name) {
        @Nullable Deque<Local> stack = locals.get(name);
        return stack == null ? null : stack.peek();
    }
}
