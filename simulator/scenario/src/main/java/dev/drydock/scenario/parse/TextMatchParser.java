package dev.drydock.scenario.parse;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.scenario.TextMatch;
import dev.drydock.yaml.GoRepeats;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a text must be. */
final class TextMatchParser {

    private TextMatchParser() {}

    static @Nullable TextMatch match(Fields fields, String key) {
        Node node = fields.get(key);
        return node == null ? null : match(node, fields.path(key), fields.problems());
    }

    private static TextMatch match(Node node, String at, Problems problems) {
        if (node instanceof ScalarNode scalar && scalar.isString()) {
            return new TextMatch.Exact(scalar.stringValue());
        }
        Fields fields = Fields.of(node, at, Shape.TEXT_MATCH, problems);
        if (node instanceof MapNode map && map.size() != 1) {
            problems.add(node.location(), at + ": one of contains, matches and anyOf is expected");
        }
        if (fields.has("matches")) {
            return matches(fields);
        }
        if (fields.has("anyOf")) {
            return anyOf(fields);
        }
        String part = fields.text("contains", "");
        if (fields.get("contains") instanceof ScalarNode scalar && scalar.isString() && part.isEmpty()) {
            fields.wrong("contains", "may not be empty; every text contains the empty one");
        }
        return new TextMatch.Contains(part);
    }

    private static TextMatch matches(Fields fields) {
        String text = fields.text("matches", "");
        GoRepeats.Problem repeats = GoRepeats.problem(text);
        if (repeats != null) {
            fields.wrong("matches", "is no regular expression: " + repeats.words() + " in `" + text + "`");
            return new TextMatch.Exact(text);
        }
        try {
            return new TextMatch.Matches(Pattern.compile(text, Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            fields.wrong("matches", "is no regular expression: " + e.getDescription() + " in `" + text + "`");
            return new TextMatch.Exact(text);
        }
    }

    private static TextMatch anyOf(Fields fields) {
        List<TextMatch> choices = new ArrayList<>();
        if (fields.get("anyOf") instanceof ListNode list) {
            if (list.isEmpty()) {
                fields.wrong("anyOf", "may not be empty; no text is one of none");
            }
            for (int i = 0; i < list.size(); i++) {
                choices.add(match(list.get(i), fields.path("anyOf") + "[" + i + "]", fields.problems()));
            }
        } else {
            fields.wrong("anyOf", "a list is expected");
        }
        return new TextMatch.AnyOf(choices);
    }
}
