package dev.drydock.kubernetes.crd;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.yaml.GoRepeats;
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
        Compiled compiled = compile(expression);
        if (COMPILED.size() < MOST) {
            COMPILED.put(expression, compiled);
        }
        return compiled;
    }

    private static Compiled compile(String expression) {
        GoRepeats.Problem repeats = GoRepeats.problem(expression);
        if (repeats != null) {
            return new Compiled(null, problem(repeats.words(), repeats.place()));
        }
        try {
            return new Compiled(Pattern.compile(expression), null);
        } catch (PatternSyntaxException e) {
            return new Compiled(null, problem(e.getDescription(), e.getPattern()));
        }
    }

    private static String problem(String words, @Nullable String place) {
        return "error parsing regexp: " + words + (place == null ? "" : ": `" + place + "`");
    }
}
