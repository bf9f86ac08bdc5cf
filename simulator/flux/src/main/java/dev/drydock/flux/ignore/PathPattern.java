package dev.drydock.flux.ignore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shell pattern for one part of a path, as Go's filepath.Match reads it. Text that ends inside a class or behind a
 * backslash is no pattern and matches nothing.
 */
final class PathPattern {

    private interface Symbol {
        boolean matches(int character);
    }

    private static final Symbol STAR = character -> true;
    private static final Symbol ANY = character -> true;

    private final @Nullable List<Symbol> symbols;

    PathPattern(String text) {
        symbols = new Parser(text).parse();
    }

    /** Whether the text was a pattern at all. */
    boolean isValid() {
        return symbols != null;
    }

    boolean matches(String name) {
        List<Symbol> pattern = symbols;
        if (pattern == null) {
            return false;
        }
        int[] characters = name.codePoints().toArray();
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < characters.length) {
            if (p < pattern.size() && pattern.get(p) == STAR) {
                star = p++;
                resume = n;
            } else if (p < pattern.size() && pattern.get(p).matches(characters[n])) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.size() && pattern.get(p) == STAR) {
            p++;
        }
        return p == pattern.size();
    }

    private static final class Parser {
        private final int[] text;
        private int position;

        Parser(String text) {
            this.text = text.codePoints().toArray();
        }

        @Nullable
        List<Symbol> parse() {
            List<Symbol> symbols = new ArrayList<>();
            while (position < text.length) {
                int c = text[position++];
                if (c == '*') {
                    symbols.add(STAR);
                } else if (c == '?') {
                    symbols.add(ANY);
                } else if (c == '[') {
                    Symbol set = set();
                    if (set == null) {
                        return null;
                    }
                    symbols.add(set);
                } else {
                    if (c == '\\') {
                        if (position == text.length) {
                            return null;
                        }
                        c = text[position++];
                    }
                    int literal = c;
                    symbols.add(character -> character == literal);
                }
            }
            return symbols;
        }

        private @Nullable Symbol set() {
            boolean negated = position < text.length && text[position] == '^';
            position += negated ? 1 : 0;
            List<int[]> ranges = new ArrayList<>();
            while (true) {
                if (position < text.length && text[position] == ']' && !ranges.isEmpty()) {
                    position++;
                    break;
                }
                int low = member();
                int high = low;
                if (low >= 0 && text[position] == '-') {
                    position++;
                    high = member();
                }
                if (low < 0 || high < 0) {
                    return null;
                }
                ranges.add(new int[] {low, high});
            }
            return character ->
                    ranges.stream().anyMatch(range -> range[0] <= character && character <= range[1]) != negated;
        }

        /** A member of a set, or -1; something must follow it. */
        private int member() {
            if (position >= text.length || text[position] == '-' || text[position] == ']') {
                return -1;
            }
            if (text[position] == '\\' && ++position >= text.length) {
                return -1;
            }
            int member = text[position++];
            return position < text.length ? member : -1;
        }
    }
}
