package dev.drydock.cel;

import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.ast.Source;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What became of the text of an expression.
 *
 * @param ast the expression, or null where there are issues
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Compilation(Source source, @Nullable Ast ast, List<Issue> issues) {

    /** The issues as cel-go prints them; empty where there are none. */
    public String errors() {
        return Issue.render(source, issues);
    }
}
