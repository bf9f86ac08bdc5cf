package dev.drydock.cel.check;

import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.ast.Children;
import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * Literals that are the first argument of a function which cannot read them (cel-go, cel/validator.go, formatValidator).
 *
 * @param readable whether the function can read the value
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LiteralValidator(String function, Predicate<Value> readable) implements Validator {

    @Override
    public void validate(Ast ast, List<Issue> issues) {
        Children.forEach(ast.expression(), expr -> {
            if (expr instanceof Expr.Call call
                    && call.function().equals(function)
                    && !call.arguments().isEmpty()
                    && call.arguments().get(0) instanceof Expr.Literal literal
                    && !readable.test(literal.value())) {
                int offset = ast.offsets().getOrDefault(literal.id(), 0);
                issues.add(Issue.at(ast.source(), offset, "invalid " + function + " argument"));
            }
        });
    }
}
