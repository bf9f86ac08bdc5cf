package dev.drydock.yaml;

import java.nio.charset.StandardCharsets;

/** Small pieces of Go's way to show characters in messages. */
final class GoQuote {

    private GoQuote() {}

    /** A byte in single quotes as quoteChar of encoding/json's scanner.go writes it. */
    static String character(int b) {
        if (b == '\'') {
            return "'\\''";
        }
        if (b == '"') {
            return "'\"'";
        }
        return "'" + inner(b) + "'";
    }

    private static String inner(int c) {
        return switch (c) {
            case 7 -> "\\a";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case 11 -> "\\v";
            case '\\' -> "\\\\";
            default -> {
                if (c < ' ' || c == 0x7f) {
                    yield String.format("\\x%02x", c);
                }
                // strconv.IsPrint is false for the controls, the no-break space and the soft hyphen
                yield (c >= 0x80 && c <= 0xa0) || c == 0xad ? String.format("\\u%04x", c) : String.valueOf((char) c);
            }
        };
    }

    /** The first byte of the character at a position in UTF-8: Go's scanner looks at bytes. */
    static int firstByte(String text, int at) {
        return text.substring(at, text.offsetByCodePoints(at, 1)).getBytes(StandardCharsets.UTF_8)[0] & 0xff;
    }

    /** The text with U+FFFD in place of every half of a surrogate pair. */
    static String withoutLoneSurrogates(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                text.setCharAt(i, '\ufffd');
            }
        }
        return text.toString();
    }
}
