package dev.drydock.yaml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Text as Go shows it in messages: in double quotes as {@code %q} (strconv.Quote), and what goes with that. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoQuote {

    private GoQuote() {}

    /** The text in double quotes; what is not printable is escaped. */
    public static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(out, c));
        return out.append('"').toString();
    }

    /** A slice of texts: {@code ["a" "b"]}. */
    public static String quote(List<String> texts) {
        return texts.stream().map(GoQuote::quote).collect(Collectors.joining(" ", "[", "]"));
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case 7 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 11 -> out.append("\\v");
            default -> {
                if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else if (c < 0x80) {
                    out.append(String.format(Locale.ROOT, "\\x%02x", c));
                } else {
                    out.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
                }
            }
        }
    }

    /** Whether unicode.IsPrint holds: letters, marks, numbers, punctuation, symbols, and the ASCII space. */
    public static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    /** A character in single quotes; what is not printable is escaped. */
    public static String character(int c) {
        if (c == '\'') {
            return "'\\''";
        }
        if (c == '"') {
            return "'\"'";
        }
        StringBuilder out = new StringBuilder("'");
        append(out, c);
        return out.append('\'').toString();
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
