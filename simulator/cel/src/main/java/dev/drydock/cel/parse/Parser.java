package dev.drydock.cel.parse;

import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.ast.Source;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The door of the package: reads expressions. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Parser {

    /** More code points than this are not read (cel-go, parser/parser.go). */
    private static final int LONGEST = 100_000;

    private Parser() {}

    /**
     * What became of a text.
     *
     * @param ast the expression, or null where there are issues
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Result(@Nullable Ast ast, List<Issue> issues) {}

    /** Reads an expression. */
    public static Result parse(Source source, Syntax syntax) {
        if (source.length() > LONGEST) {
            return failed(List.of(Issue.nowhere(
                    "expression code point size exceeds limit: size: " + source.length() + ", limit " + LONGEST)));
        }
        List<Issue> issues = new ArrayList<>();
        List<Token> tokens = Lexer.tokens(source, issues);
        if (!issues.isEmpty()) {
            return failed(SyntaxErrors.of(source, tokens, withBuilt(source, syntax, tokens, issues)));
        }
        Nodes nodes = new Nodes();
        Builder builder = new Builder(source, nodes, syntax, issues);
        try {
            Expr expression = new Grammar(tokens, builder).start();
            if (issues.isEmpty()) {
                return new Result(Ast.parsed(expression, source, nodes.offsets()), List.of());
            }
            return failed(issues);
        } catch (Grammar.TooDeep e) {
            return failed(List.of(Issue.nowhere("expression recursion limit exceeded: " + Grammar.DEEPEST)));
        } catch (Nodes.TooMany e) {
            return failed(List.of(Issue.nowhere(
                    "not modelled: an expression of more than " + Nodes.MOST + " nodes after its macros")));
        } catch (Grammar.Unexpected e) {
            return failed(SyntaxErrors.of(source, tokens, withBuilt(source, syntax, tokens, new ArrayList<>())));
        }
    }

    /** An expression with more behind it is still built, and what is wrong with it said (parser.go, Visit). */
    private static List<Issue> withBuilt(Source source, Syntax syntax, List<Token> tokens, List<Issue> issues) {
        List<Issue> built = new ArrayList<>();
        try {
            new Grammar(tokens, new Builder(source, new Nodes(), syntax, built)).first();
            issues.addAll(built);
        } catch (Grammar.TooDeep | Grammar.Unexpected | Nodes.TooMany e) {
            return issues;
        }
        return issues;
    }

    private static Result failed(List<Issue> issues) {
        return new Result(null, List.copyOf(issues));
    }
}
