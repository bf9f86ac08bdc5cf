package dev.drydock.cel.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Ways through the tree of an expression. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Children {

    private Children() {}

    /** The expressions right within another, in the order in which they are written. */
    public static List<Expr> of(Expr expr) {
        List<Expr> children = new ArrayList<>();
        if (expr instanceof Expr.Select select) {
            children.add(select.operand());
        } else if (expr instanceof Expr.Call call) {
            if (call.target() != null) {
                children.add(call.target());
            }
            children.addAll(call.arguments());
        } else if (expr instanceof Expr.ListLiteral list) {
            children.addAll(list.elements());
        } else if (expr instanceof Expr.MapLiteral map) {
            map.entries().forEach(entry -> {
                children.add(entry.key());
                children.add(entry.value());
            });
        } else if (expr instanceof Expr.StructLiteral struct) {
            struct.fields().forEach(field -> children.add(field.value()));
        } else if (expr instanceof Expr.Comprehension fold) {
            children.addAll(List.of(fold.range(), fold.initial(), fold.condition(), fold.step(), fold.result()));
        }
        return children;
    }

    /** Calls the action with an expression and all that is within it. */
    public static void forEach(Expr expr, Consumer<Expr> action) {
        action.accept(expr);
        of(expr).forEach(child -> forEach(child, action));
    }
}
