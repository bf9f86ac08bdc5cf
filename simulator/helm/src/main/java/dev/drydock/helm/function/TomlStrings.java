package dev.drydock.helm.function;

import dev.drydock.helm.value.GoException;

/** Reads the four kinds of strings of TOML: basic and literal, in one line or in many. */
final class TomlStrings {

    private static final String BASIC = "\"";
    private static final String BASIC_LINES = "\"\"\"";
    private static final String LITERAL = "'";
    private static final String LITERAL_LINES = "'''";

    private final TomlText text;

    TomlStrings(TomlText text) {
        this.text = text;
    }

    boolean isHere() {
        return text.peek() == '"' || text.peek() == '\'';
    }

    String read() {
        if (text.accept(BASIC_LINES)) {
            text.accept("\n");
            return basic(BASIC_LINES);
        }
        if (text.accept(LITERAL_LINES)) {
            text.accept("\n");
            return text.readUpTo(LITERAL_LINES);
        }
        if (text.accept(BASIC)) {
            return basic(BASIC);
        }
        text.read();
        return text.readLineUpTo(LITERAL);
    }

    private String basic(String end) {
        boolean lines = end.equals(BASIC_LINES);
        StringBuilder out = new StringBuilder();
        while (!text.accept(end)) {
            int c = text.peek();
            if (c == TomlText.EOF) {
                throw text.error("unexpected EOF; expected '" + end + "'");
            }
            if (c == '\n' && !lines) {
                throw text.error("strings cannot contain newlines");
            }
            text.read();
            if (c != '\\') {
                out.append((char) c);
            } else if (lines && (text.peek() == '\n' || text.peek() == ' ')) {
                while (text.peek() == '\n' || text.peek() == ' ' || text.peek() == '\t') {
                    text.read();
                }
            } else {
                escape(out);
            }
        }
        return out.toString();
    }

    private void escape(StringBuilder out) {
        int c = text.read();
        switch (c) {
            case 'b' -> out.append('\b');
            case 't' -> out.append('\t');
            case 'n' -> out.append('\n');
            case 'f' -> out.append('\f');
            case 'r' -> out.append('\r');
            case 'e' -> out.append('\u001b');
            case '"', '\\' -> out.append((char) c);
            case 'x' -> out.appendCodePoint(codePoint(c, 2));
            case 'u' -> out.appendCodePoint(codePoint(c, 4));
            case 'U' -> out.appendCodePoint(codePoint(c, 8));
            default -> throw invalid(c);
        }
    }

    private int codePoint(int escape, int length) {
        String digits = text.ahead(length);
        if (!digits.matches("[0-9A-Fa-f]{" + length + "}") || Long.parseLong(digits, 16) > Character.MAX_CODE_POINT) {
            throw invalid(escape);
        }
        text.skip(length);
        return Integer.parseInt(digits, 16);
    }

    private GoException invalid(int escape) {
        return text.error("invalid escape in string '\\" + (char) escape + "'");
    }
}
