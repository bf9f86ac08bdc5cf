package dev.drydock.cel.parse;

import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.ast.Source;
import java.util.List;

/** Says what is wrong with tokens that are no expression, in ANTLR's words. */
final class SyntaxErrors {

    private SyntaxErrors() {}

    static List<Issue> of(Source source, List<Token> tokens, List<Issue> found) {
        if (found.isEmpty()) {
            Token last = tokens.get(tokens.size() - 1);
            found.add(Issue.at(source, last.start(), "Syntax error: mismatched input '" + last.text() + "'"));
        }
        return found;
    }
}
