package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.KustomizeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A label selector of Kubernetes as text: {@code a=b,c!=d,e in (f,g),h,!i,j>1}. */
public final class LabelSelector {

    private final List<Requirement> requirements;

    private LabelSelector(List<Requirement> requirements) {
        this.requirements = requirements;
    }

    private record Requirement(String key, String operator, Set<String> values) {
        boolean matches(Map<String, String> labels) {
            @Nullable String value = labels.get(key);
            return switch (operator) {
                case "in", "=", "==" -> value != null && values.contains(value);
                case "notin", "!=" -> value == null || !values.contains(value);
                case "exists" -> value != null;
                case "!" -> value == null;
                default -> value != null && compares(value);
            };
        }

        private boolean compares(String value) {
            try {
                long have = Long.parseLong(value);
                long want = Long.parseLong(values.iterator().next());
                return operator.equals(">") ? have > want : have < want;
            } catch (NumberFormatException e) {
                return false;
            }
        }
    }

    /** Whether all requirements hold. */
    public boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(r -> r.matches(labels));
    }

    /**
     * Reads a selector.
     *
     * @throws KustomizeException when the text is none
     */
    public static LabelSelector parse(String text) {
        return text.isEmpty() ? new LabelSelector(List.of()) : new LabelSelector(new Parser(text).requirements());
    }

    /** One pass over the text; follows labels/selector.go. */
    private static final class Parser {
        private static final String SPECIAL = "=!(),><";

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        private void skipBlanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private String token() {
            skipBlanks();
            if (at >= text.length()) {
                return "";
            }
            int start = at;
            char c = text.charAt(at);
            if (SPECIAL.indexOf(c) >= 0) {
                at++;
                if ((c == '=' || c == '!') && at < text.length() && text.charAt(at) == '=') {
                    at++;
                }
                return text.substring(start, at);
            }
            while (at < text.length()
                    && SPECIAL.indexOf(text.charAt(at)) < 0
                    && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private String peek() {
            int before = at;
            String token = token();
            at = before;
            return token;
        }

        private static boolean isWord(String token) {
            return !token.isEmpty() && SPECIAL.indexOf(token.charAt(0)) < 0;
        }

        private static KustomizeException found(String token, String expected) {
            return new KustomizeException(
                    "found '" + token + (expected.equals("'('") ? "' expected: " : "', expected: ") + expected);
        }

        List<Requirement> requirements() {
            List<Requirement> all = new ArrayList<>();
            while (true) {
                String next = peek();
                if (next.isEmpty()) {
                    return all;
                }
                if (!isWord(next) && !next.equals("!")) {
                    throw found(next, "!, identifier, or 'end of string'");
                }
                try {
                    all.add(requirement());
                } catch (KustomizeException e) {
                    throw e.prefixed("unable to parse requirement");
                }
                String separator = token();
                if (separator.isEmpty()) {
                    return all;
                }
                if (!separator.equals(",")) {
                    throw found(separator, "',' or 'end of string'");
                }
                String after = peek();
                if (!isWord(after) && !after.equals("!")) {
                    throw found(after, "identifier after ','");
                }
            }
        }

        private Requirement requirement() {
            boolean not = peek().equals("!");
            if (not) {
                token();
            }
            String key = token();
            if (!isWord(key)) {
                throw found(key, "identifier");
            }
            String operator = peek();
            if (not || operator.isEmpty() || operator.equals(",")) {
                return new Requirement(key, not ? "!" : "exists", Set.of());
            }
            token();
            return switch (operator) {
                case "in", "notin" -> new Requirement(key, operator, set());
                case "=", "==", "!=", ">", "<" -> new Requirement(key, operator, Set.of(value(operator)));
                default -> throw found(operator, "in, notin, =, ==, !=, gt, lt");
            };
        }

        private String value(String operator) {
            String next = peek();
            if (next.isEmpty() || next.equals(",")) {
                return "";
            }
            String value = token();
            if (!isWord(value)) {
                throw found(value, "identifier");
            }
            if ((operator.equals(">") || operator.equals("<")) && !value.matches("-?[0-9]{1,18}")) {
                throw new KustomizeException("for 'Gt', 'Lt' operators, the value must be an integer");
            }
            return value;
        }

        private Set<String> set() {
            String open = token();
            if (!open.equals("(")) {
                throw found(open, "'('");
            }
            Set<String> values = new TreeSet<>();
            while (true) {
                String next = token();
                if (next.equals(")")) {
                    if (values.isEmpty()) {
                        values.add("");
                    }
                    return values;
                }
                if (next.equals(",")) {
                    if (peek().equals(",") || peek().equals(")")) {
                        values.add("");
                    }
                } else if (isWord(next)) {
                    values.add(next);
                } else {
                    throw found(next, "',', ')' or identifier");
                }
            }
        }
    }
}
