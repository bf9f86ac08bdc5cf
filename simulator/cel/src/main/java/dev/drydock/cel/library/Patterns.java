package dev.drydock.cel.library;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.GoRepeats;
import org.apiguardian.api.API;

/** Regular expressions of Go: RE2, without backtracking. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Patterns {

    private Patterns() {}

    static Value matches(Value text, Value pattern) {
        if (!(text instanceof Scalar.Text searched)) {
            return Failure.unanswered("matches", text);
        }
        if (!(pattern instanceof Scalar.Text expression)) {
            return Failure.noSuchOverload(pattern);
        }
        try {
            return Scalar.of(
                    compile(expression.value()).matcher(searched.value()).find());
        } catch (PatternSyntaxException e) {
            return new Failure(message(e));
        }
    }

    /**
     * Compiles an expression.
     *
     * @throws PatternSyntaxException for a bad one
     */
    public static Pattern compile(String expression) {
        GoRepeats.Problem problem = GoRepeats.problem(expression);
        if (problem != null) {
            throw new PatternSyntaxException(problem.words(), problem.place());
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            // re2j stumbles over a parenthesis that nothing opens
            throw e.getDescription().contains("internal error")
                    ? new PatternSyntaxException("unexpected )", expression)
                    : e;
        }
    }

    /** Go's words for a bad expression. */
    public static String message(PatternSyntaxException e) {
        return "error parsing regexp: " + e.getDescription()
                + (e.getPattern() == null ? "" : ": `" + e.getPattern() + "`");
    }
}
