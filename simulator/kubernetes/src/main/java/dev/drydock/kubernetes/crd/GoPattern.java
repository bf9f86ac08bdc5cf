package dev.drydock.kubernetes.crd;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Regular expressions of Go, which take linear time whatever the text; compiled once. */
final class GoPattern {

    private static final int MOST = 1000;

    /** A compiled expression, or what is wrong with it. */
    private record Compiled(
            @Nullable Pattern pattern, @Nullable String problem) {}

    private static final Map<String, Compiled> COMPILED = new ConcurrentHashMap<>();

    private GoPattern() {}

    /** What is wrong with an expression in Go's words, null when nothing is. */
    static @Nullable String problem(String expression) {
        return compiled(expression).problem();
    }

    /** Whether an expression is found in a text; a bad one never is. */
    static boolean finds(String expression, String text) {
        Pattern pattern = compiled(expression).pattern();
        return pattern != null && pattern.matcher(text).find();
    }

    private static Compiled compiled(String expression) {
        Compiled known = COMPILED.get(expression);
        if (known != null) {
            return known;
        }
        Compiled compiled;
        try {
            compiled = new Compiled(Pattern.compile(expression), null);
        } catch (PatternSyntaxException e) {
            compiled = new Compiled(
                    null,
                    "error parsing regexp: " + e.getDescription()
                            + (e.getPattern() == null ? "" : ": `" + e.getPattern() + "`"));
        }
        if (COMPILED.size() < MOST) {
            COMPILED.put(expression, compiled);
        }
        return compiled;
    }
}
