package dev.drydock.kustomize.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.yaml.GoRepeats;

/** A regular expression of Go: RE2, without backtracking. */
public final class GoRegexp {

    private final Pattern pattern;

    private GoRegexp(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression.
     *
     * @throws KustomizeException with Go's words for a bad one
     */
    public static GoRegexp compile(String expression) {
        GoRepeats.Problem repeats = GoRepeats.problem(expression);
        if (repeats != null) {
            throw new KustomizeException("error parsing regexp: " + repeats.words() + ": `" + repeats.place() + "`");
        }
        try {
            return new GoRegexp(Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new KustomizeException("error parsing regexp: " + e.getDescription() + ": `" + e.getPattern() + "`");
        }
    }

    /** Whether a part of the text matches. */
    public boolean find(String text) {
        return pattern.matcher(text).find();
    }
}
