package dev.drydock.cel.library;

import dev.drydock.cel.value.LimitException;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Value;

/** {@code text.format(arguments)} (cel-go, ext/formatting.go); refusals are thrown with its words. */
final class TextFormat {

    /** cel-go writes as many decimals as it is told; memory has an end. */
    private static final int MOST_DECIMALS = 100_000;

    private final Clauses clauses;

    private TextFormat(Clauses clauses) {
        this.clauses = clauses;
    }

    static TextFormat version(int version) {
        return new TextFormat(version >= 4 ? new NewClauses() : new OldClauses());
    }

    String format(String pattern, ListValue arguments) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c != '%') {
                out.append(c);
                at++;
            } else if (pattern.startsWith("%%", at)) {
                out.append('%');
                at += 2;
            } else {
                if (next >= arguments.size()) {
                    throw new IllegalArgumentException("index " + next + " out of range");
                }
                if (at + 1 >= pattern.length()) {
                    throw new IllegalArgumentException("unexpected end of string");
                }
                at = clause(pattern, at + 1, arguments.get(next++), out);
                LimitException.check(out.length());
            }
        }
        return out.toString();
    }

    private int clause(String pattern, int start, Value argument, StringBuilder out) {
        int at = start;
        int precision = Clauses.DEFAULT_PRECISION;
        if (pattern.charAt(at) == '.') {
            at++;
            int digits = at;
            while (at < pattern.length() && pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9') {
                at++;
            }
            if (at >= pattern.length()) {
                throw unparsable("error while parsing precision: could not find end of precision specifier");
            }
            precision = precision(pattern.substring(digits, at));
        }
        int verb = pattern.codePointAt(at);
        if ("sdfebxXo".indexOf(verb) < 0) {
            // Go looks at a byte, not at a character
            String shown = verb < 0x80 ? Character.toString(verb) : firstByte(verb);
            throw unparsable("unrecognized formatting clause \"" + shown + "\"");
        }
        try {
            out.append(clauses.write((char) verb, precision, argument));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("error during formatting: " + e.getMessage());
        }
        return at + 1;
    }

    private static String firstByte(int point) {
        int lead = point < 0x800 ? 0xc0 | point >> 6 : point < 0x10000 ? 0xe0 | point >> 12 : 0xf0 | point >> 18;
        return Character.toString(lead);
    }

    private static int precision(String digits) {
        if (digits.isEmpty() || digits.length() > 18) {
            String reason = digits.isEmpty() ? "invalid syntax" : "value out of range";
            throw unparsable("error while parsing precision: error while converting precision to integer:"
                    + " strconv.Atoi: parsing \"" + digits + "\": " + reason);
        }
        return (int) Math.min(MOST_DECIMALS, Long.parseLong(digits));
    }

    private static IllegalArgumentException unparsable(String reason) {
        return new IllegalArgumentException("could not parse formatting clause: " + reason);
    }
}
