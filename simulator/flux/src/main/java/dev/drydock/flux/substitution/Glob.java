package dev.drydock.flux.substitution;

import org.jspecify.annotations.Nullable;

/** Shell patterns in which a star also matches slashes (envsubst/path/match.go). All texts are bytes. */
final class Glob {

    /** A pattern that is broken at the point to which matching came. */
    private static final class BadPattern extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadPattern() {
            super("syntax error in pattern", null, false, false);
        }
    }

    private Glob() {}

    /** Whether the pattern matches the whole name; null for a broken pattern. */
    static @Nullable Boolean match(String pattern, String name) {
        try {
            return matches(pattern, name);
        } catch (BadPattern e) {
            return null;
        }
    }

    private static boolean matches(String wholePattern, String wholeName) {
        String pattern = wholePattern;
        String name = wholeName;
        while (!pattern.isEmpty()) {
            int stars = 0;
            while (stars < pattern.length() && pattern.charAt(stars) == '*') {
                stars++;
            }
            int end = chunkEnd(pattern, stars);
            String chunk = pattern.substring(stars, end);
            pattern = pattern.substring(end);
            if (stars > 0 && chunk.isEmpty()) {
                return true;
            }
            String rest = chunk(chunk, name);
            if (rest != null && (rest.isEmpty() || !pattern.isEmpty())) {
                name = rest;
                continue;
            }
            rest = stars > 0 ? afterStar(chunk, name, pattern.isEmpty()) : null;
            if (rest == null) {
                return false;
            }
            name = rest;
        }
        return name.isEmpty();
    }

    private static @Nullable String afterStar(String chunk, String name, boolean last) {
        for (int i = 0; i < name.length(); i++) {
            String rest = chunk(chunk, name.substring(i + 1));
            if (rest != null && !(last && !rest.isEmpty())) {
                return rest;
            }
        }
        return null;
    }

    private static int chunkEnd(String pattern, int start) {
        boolean inRange = false;
        int i = start;
        for (; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i += i + 1 < pattern.length() ? 1 : 0;
            } else if (c == '[') {
                inRange = true;
            } else if (c == ']') {
                inRange = false;
            } else if (c == '*' && !inRange) {
                break;
            }
        }
        return i;
    }

    /** What is left of the name behind the chunk, or null when the chunk does not match its start. */
    private static @Nullable String chunk(String chunk, String name) {
        int c = 0;
        int n = 0;
        while (c < chunk.length()) {
            if (n >= name.length()) {
                return null;
            }
            char symbol = chunk.charAt(c);
            if (symbol == '[') {
                int character = ByteText.codePoint(name, n);
                n += ByteText.width(name, n);
                CharacterClass range = new CharacterClass(chunk, c + 1);
                if (!range.contains(character)) {
                    return null;
                }
                c = range.end;
            } else if (symbol == '?') {
                n += ByteText.width(name, n);
                c++;
            } else {
                if (symbol == '\\' && ++c == chunk.length()) {
                    throw new BadPattern();
                }
                if (chunk.charAt(c) != name.charAt(n)) {
                    return null;
                }
                c++;
                n++;
            }
        }
        return name.substring(n);
    }

    /** A set in brackets, read while it is tested. */
    private static final class CharacterClass {
        private final String chunk;
        private int end;

        CharacterClass(String chunk, int start) {
            this.chunk = chunk;
            this.end = start;
        }

        boolean contains(int character) {
            boolean negated = end < chunk.length() && chunk.charAt(end) == '^';
            end += negated ? 1 : 0;
            boolean match = false;
            for (int ranges = 0; ; ranges++) {
                if (end < chunk.length() && chunk.charAt(end) == ']' && ranges > 0) {
                    end++;
                    return match != negated;
                }
                int low = character();
                int high = low;
                if (chunk.charAt(end) == '-') {
                    end++;
                    high = character();
                }
                match |= low <= character && character <= high;
            }
        }

        private int character() {
            if (end >= chunk.length() || chunk.charAt(end) == '-' || chunk.charAt(end) == ']') {
                throw new BadPattern();
            }
            if (chunk.charAt(end) == '\\' && ++end >= chunk.length()) {
                throw new BadPattern();
            }
            int character = ByteText.codePoint(chunk, end);
            end += ByteText.width(chunk, end);
            if (end >= chunk.length()) {
                throw new BadPattern();
            }
            return character;
        }
    }
}
