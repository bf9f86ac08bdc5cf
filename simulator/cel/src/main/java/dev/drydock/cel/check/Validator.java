package dev.drydock.cel.check;

import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.ast.Issue;
import java.util.List;
import org.apiguardian.api.API;

/** Looks at a checked expression for mistakes that its types do not show (cel-go, cel/validator.go). */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Validator {

    /** Adds what is wrong. */
    void validate(Ast ast, List<Issue> issues);
}
