package dev.drydock.cel.check;

import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.ast.Children;
import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.type.CelType.Kind;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Lists and maps whose parts are of several types, unless they are arguments of a format
 * (cel-go, cel/validator.go, homogeneousAggregateLiteralValidator).
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HomogeneousValidator implements Validator {

    /** A validator of lists and maps. */
    public HomogeneousValidator() {}

    @Override
    public void validate(Ast ast, List<Issue> issues) {
        visit(ast, ast.expression(), issues);
    }

    private static void visit(Ast ast, Expr expr, List<Issue> issues) {
        if (expr instanceof Expr.Call call && call.function().equals("format")) {
            return;
        }
        if (expr instanceof Expr.ListLiteral list) {
            list(ast, list, issues);
        } else if (expr instanceof Expr.MapLiteral map) {
            map(ast, map, issues);
        }
        Children.of(expr).forEach(child -> visit(ast, child, issues));
    }

    private static void list(Ast ast, Expr.ListLiteral list, List<Issue> issues) {
        @Nullable CelType common = null;
        for (int i = 0; i < list.elements().size(); i++) {
            CelType type = type(ast, list.elements().get(i), list.optional().contains(i));
            if (common == null) {
                common = type;
            } else if (!equivalent(common, type)) {
                mismatch(ast, list.elements().get(i), common, type, issues);
                return;
            }
        }
    }

    private static void map(Ast ast, Expr.MapLiteral map, List<Issue> issues) {
        @Nullable CelType keys = null;
        @Nullable CelType values = null;
        for (Expr.Entry entry : map.entries()) {
            CelType key = type(ast, entry.key(), false);
            CelType value = type(ast, entry.value(), entry.optional());
            if (keys == null || values == null) {
                keys = key;
                values = value;
                continue;
            }
            if (!equivalent(keys, key)) {
                mismatch(ast, entry.key(), keys, key, issues);
            }
            if (!equivalent(values, value)) {
                mismatch(ast, entry.value(), values, value, issues);
            }
        }
    }

    private static CelType type(Ast ast, Expr expr, boolean optional) {
        CelType type = ast.types().getOrDefault(expr.id(), CelType.DYN);
        return optional && !type.parameters().isEmpty() ? type.parameters().get(0) : type;
    }

    private static boolean equivalent(CelType first, CelType second) {
        if (first.kind() != second.kind()
                || first.parameters().size() != second.parameters().size()) {
            return false;
        }
        if (first.kind() != Kind.TYPE_PARAMETER && !first.name().equals(second.name())) {
            return false;
        }
        for (int i = 0; i < first.parameters().size(); i++) {
            if (!equivalent(first.parameters().get(i), second.parameters().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void mismatch(Ast ast, Expr at, CelType expected, CelType found, List<Issue> issues) {
        String message =
                "expected type '" + TypeNames.format(expected) + "' but found '" + TypeNames.format(found) + "'";
        issues.add(Issue.at(ast.source(), ast.offsets().getOrDefault(at.id(), 0), message));
    }
}
