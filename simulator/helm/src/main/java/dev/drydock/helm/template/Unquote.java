package dev.drydock.helm.template;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoString;
import java.io.ByteArrayOutputStream;

/** strconv.Unquote and UnquoteChar. */
final class Unquote {

    private static final String INVALID = "invalid syntax";

    private final String text;
    private final char quote;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at;

    private Unquote(String text, char quote) {
        this.text = text;
        this.quote = quote;
    }

    static String string(String quoted) {
        String inner = quoted.substring(1, quoted.length() - 1);
        if (quoted.charAt(0) == '`') {
            return inner.replace("\r", "");
        }
        Unquote reader = new Unquote(inner, '"');
        while (reader.at < inner.length()) {
            int c = reader.next();
            if (c >= 0) {
                reader.out.writeBytes(GoString.bytes(Character.toString(c)));
            }
        }
        return GoString.of(reader.out.toByteArray());
    }

    static int character(String quoted) {
        String inner = quoted.substring(1);
        if (inner.isEmpty()) {
            throw new GoException(INVALID);
        }
        Unquote reader = new Unquote(inner, '\'');
        int c = reader.next();
        if (c < 0) {
            c = reader.out.toByteArray()[0] & 0xff;
        }
        if (!inner.substring(reader.at).equals("'")) {
            throw new GoException("malformed character constant: " + quoted);
        }
        return c;
    }

    /** The next character; below zero when it was a byte, which then is written. */
    private int next() {
        int c = text.codePointAt(at);
        if (c == quote) {
            throw new GoException(INVALID);
        }
        at += Character.charCount(c);
        if (c != '\\') {
            return c;
        }
        if (at >= text.length()) {
            throw new GoException(INVALID);
        }
        char escape = text.charAt(at++);
        return switch (escape) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            case '\\' -> '\\';
            case 'x' -> oneByte(digits(2, 16));
            case 'u' -> codePoint(digits(4, 16));
            case 'U' -> codePoint(digits(8, 16));
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at--;
                int value = (int) digits(3, 8);
                if (value > 255) {
                    throw new GoException(INVALID);
                }
                yield oneByte(value);
            }
            case '\'', '"' -> {
                if (escape != quote) {
                    throw new GoException(INVALID);
                }
                yield escape;
            }
            default -> throw new GoException(INVALID);
        };
    }

    private int oneByte(long value) {
        out.write((int) value);
        return -1;
    }

    private static int codePoint(long value) {
        if (value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) {
            throw new GoException(INVALID);
        }
        return (int) value;
    }

    private long digits(int count, int base) {
        if (at + count > text.length()) {
            throw new GoException(INVALID);
        }
        long value = 0;
        for (int i = 0; i < count; i++) {
            int digit = Character.digit(text.charAt(at++), base);
            if (digit < 0) {
                throw new GoException(INVALID);
            }
            value = value * base + digit;
        }
        return value;
    }
}
