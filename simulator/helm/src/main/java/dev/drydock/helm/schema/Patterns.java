package dev.drydock.helm.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.helm.NotModelledException;
import dev.drydock.yaml.GoRepeats;
import java.util.HashMap;
import java.util.Map;

/** The regular expressions of a schema, compiled once. */
final class Patterns {

    private final Map<String, Pattern> compiled = new HashMap<>();

    /**
     * Whether an expression matches somewhere in a text.
     *
     * @throws NotModelledException when the expression is none
     */
    boolean matches(String expression, String text) {
        return compiled.computeIfAbsent(expression, Patterns::compile)
                .matcher(text)
                .find();
    }

    private static Pattern compile(String expression) {
        if (GoRepeats.problem(expression) != null) {
            throw new NotModelledException("a values schema with the pattern " + expression);
        }
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new NotModelledException("a values schema with the pattern " + expression);
        }
    }
}
