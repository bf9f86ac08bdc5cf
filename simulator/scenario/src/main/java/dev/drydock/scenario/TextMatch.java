package dev.drydock.scenario;

import com.google.re2j.Pattern;
import java.util.List;
import org.apiguardian.api.API;

/** What a text must be. */
@API(status = API.Status.STABLE, since = "0.1")
public sealed interface TextMatch {

    /** Whether the text, without blanks at its end, is such a one. */
    boolean test(String text);

    /** In words: {@code contains "…"}. */
    String describe();

    /**
     * Exactly this text.
     *
     * @param text the text
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Exact(String text) implements TextMatch {
        @Override
        public boolean test(String actual) {
            return actual.stripTrailing().equals(text.stripTrailing());
        }

        @Override
        public String describe() {
            return "\"" + text + "\"";
        }
    }

    /**
     * A text with this in it.
     *
     * @param part the part
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Contains(String part) implements TextMatch {
        @Override
        public boolean test(String actual) {
            return actual.contains(part);
        }

        @Override
        public String describe() {
            return "contains \"" + part + "\"";
        }
    }

    /**
     * A text that a regular expression matches as a whole.
     *
     * @param pattern the expression, in the syntax of RE2 as Go has it; a dot also matches line ends
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Matches(Pattern pattern) implements TextMatch {
        @Override
        public boolean test(String actual) {
            return pattern.matcher(actual.stripTrailing()).matches();
        }

        @Override
        public String describe() {
            return "matches " + pattern;
        }
    }

    /**
     * One of several.
     *
     * @param choices the alternatives
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record AnyOf(List<TextMatch> choices) implements TextMatch {

        /** Alternatives with a copy of the list. */
        public AnyOf {
            choices = List.copyOf(choices);
        }

        @Override
        public boolean test(String actual) {
            return choices.stream().anyMatch(choice -> choice.test(actual));
        }

        @Override
        public String describe() {
            return "any of " + choices.stream().map(TextMatch::describe).toList();
        }
    }
}
