package dev.drydock.kubernetes.selector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The recursive-descent parser of label selectors; a token is its own text, an identifier has kind ID. */
final class LabelSelectorParser {

    private enum Kind {
        ID,
        END,
        SYMBOL
    }

    private record Token(Kind kind, String text) {
        boolean is(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }
    }

    private static final Set<String> SYMBOLS = Set.of(")", ",", "!", "==", "=", ">", "<", "!=", "(");
    private static final Map<String, String> OPERATORS =
            Map.of("in", "in", "notin", "notin", "=", "=", "==", "==", "!=", "!=", ">", "gt", "<", "lt");

    private final List<Token> tokens;
    private int position;

    LabelSelectorParser(String text) {
        tokens = scan(text);
    }

    List<LabelSelector.Requirement> parse() {
        List<LabelSelector.Requirement> requirements = new ArrayList<>();
        while (true) {
            Token token = peek();
            if (token.kind == Kind.END) {
                return requirements;
            }
            if (token.kind != Kind.ID && !token.is("!")) {
                throw error("found '" + token.text + "', expected: !, identifier, or 'end of string'");
            }
            try {
                requirements.add(requirement());
            } catch (InvalidSelectorException e) {
                throw error("unable to parse requirement: " + e.getMessage());
            }
            Token after = next();
            if (after.kind == Kind.END) {
                return requirements;
            }
            if (!after.is(",")) {
                throw error("found '" + after.text + "', expected: ',' or 'end of string'");
            }
            Token following = peek();
            if (following.kind != Kind.ID && !following.is("!")) {
                throw error("found '" + following.text + "', expected: identifier after ','");
            }
        }
    }

    private LabelSelector.Requirement requirement() {
        Token token = next();
        boolean negated = token.is("!");
        if (negated) {
            token = next();
        }
        if (token.kind != Kind.ID) {
            throw error("found '" + token.text + "', expected: identifier");
        }
        String key = token.text;
        LabelSyntax.checkKey(key, "<nil>");
        Token after = peek();
        SortedSet<String> none = new TreeSet<>();
        if (negated) {
            return new LabelSelector.Requirement(key, "!", none);
        }
        if (after.kind == Kind.END || after.is(",")) {
            return new LabelSelector.Requirement(key, "exists", none);
        }
        String operator = operator();
        boolean set = operator.equals("in") || operator.equals("notin");
        SortedSet<String> values = set ? valueSet() : exactValue();
        LabelSyntax.checkValues(key, operator, values);
        return new LabelSelector.Requirement(key, operator, values);
    }

    private String operator() {
        Token token = next();
        String operator = token.kind == Kind.END ? null : OPERATORS.get(token.text);
        if (operator == null) {
            throw error("found '" + token.text + "', expected: in, notin, =, ==, !=, gt, lt");
        }
        return operator;
    }

    private SortedSet<String> valueSet() {
        Token open = next();
        if (!open.is("(")) {
            throw error("found '" + open.text + "' expected: '('");
        }
        Token first = peek();
        if (first.is(")")) {
            next();
            return new TreeSet<>(Set.of(""));
        }
        if (first.kind != Kind.ID && !first.is(",")) {
            throw error("found '" + first.text + "', expected: ',', ')' or identifier");
        }
        SortedSet<String> values = new TreeSet<>();
        while (true) {
            Token token = next();
            if (token.kind == Kind.ID) {
                values.add(token.text);
                Token after = peek();
                if (after.is(")")) {
                    break;
                }
                if (!after.is(",")) {
                    throw error("found '" + after.text + "', expected: ',' or ')'");
                }
            } else if (token.is(",")) {
                if (values.isEmpty()) {
                    values.add("");
                }
                if (peek().is(")")) {
                    values.add("");
                    break;
                }
                if (peek().is(",")) {
                    values.add("");
                }
            } else {
                throw error("found '" + token.text + "', expected: ',', or identifier");
            }
        }
        next();
        return values;
    }

    private SortedSet<String> exactValue() {
        Token token = peek();
        if (token.kind == Kind.END || token.is(",")) {
            return new TreeSet<>(Set.of(""));
        }
        next();
        if (token.kind == Kind.ID) {
            return new TreeSet<>(Set.of(token.text));
        }
        throw error("found '" + token.text + "', expected: identifier");
    }

    private Token peek() {
        return tokens.get(Math.min(position, tokens.size() - 1));
    }

    private Token next() {
        Token token = peek();
        position++;
        return token;
    }

    private static InvalidSelectorException error(String message) {
        return new InvalidSelectorException(message);
    }

    private static List<Token> scan(String text) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (" \t\r\n".indexOf(c) >= 0) {
                i++;
            } else if (isSymbol(c)) {
                int end = symbolEnd(text, i);
                tokens.add(new Token(Kind.SYMBOL, text.substring(i, end)));
                i = end;
            } else {
                int start = i;
                while (i < text.length() && !isSymbol(text.charAt(i)) && " \t\r\n".indexOf(text.charAt(i)) < 0) {
                    i++;
                }
                tokens.add(new Token(Kind.ID, text.substring(start, i)));
            }
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private static boolean isSymbol(char c) {
        return "=!(),><".indexOf(c) >= 0;
    }

    private static int symbolEnd(String text, int start) {
        int end = start + 1;
        while (end < text.length() && isSymbol(text.charAt(end)) && SYMBOLS.contains(text.substring(start, end + 1))) {
            end++;
        }
        return end;
    }
}
