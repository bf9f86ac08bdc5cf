package dev.drydock.cel.parse;

import dev.drydock.cel.value.Scalar;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the constants of an expression (cel-go, parser/parser.go and parser/unescape.go). */
final class Literals {

    private Literals() {}

    /** What is wrong with a literal, in cel-go's words. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    static Scalar signed(String sign, String text) throws Malformed {
        @Nullable BigInteger number = whole(sign, text);
        if (number == null || number.bitLength() > 63) {
            throw new Malformed("invalid int literal");
        }
        return new Scalar.Int(number.longValue());
    }

    static Scalar unsigned(String text) throws Malformed {
        @Nullable BigInteger number = whole("", text.substring(0, text.length() - 1));
        if (number == null || number.bitLength() > 64) {
            throw new Malformed("invalid uint literal");
        }
        return new Scalar.Uint(number.longValue());
    }

    private static @Nullable BigInteger whole(String sign, String text) {
        boolean hex = text.startsWith("0x");
        String digits = hex ? text.substring(2) : text;
        // Longer than any number of 64 bits; reading it would be work for nothing.
        if (digits.replaceFirst("^0+", "").length() > 20) {
            return null;
        }
        return new BigInteger(sign + digits, hex ? 16 : 10);
    }

    static Scalar real(String sign, String text) throws Malformed {
        double number = Double.parseDouble(sign + text);
        if (Double.isInfinite(number)) {
            throw new Malformed("invalid double literal");
        }
        return new Scalar.Real(number);
    }

    static Scalar text(String token) throws Malformed {
        return new Scalar.Text(unescape(token, false));
    }

    /** Bytes of a token that still has its leading {@code b}. */
    static Scalar bytes(String token) throws Malformed {
        return new Scalar.Bytes(unescape(token.substring(1), true));
    }

    /** The content of a quoted token; of bytes each byte as a character. */
    private static String unescape(String token, boolean bytes) throws Malformed {
        String text = token.replace("\r\n", "\n").replace('\r', '\n');
        boolean raw = text.charAt(0) == 'r' || text.charAt(0) == 'R';
        if (raw) {
            text = text.substring(1);
        }
        int marks = text.length() >= 6 && (text.startsWith("'''") || text.startsWith("\"\"\"")) ? 3 : 1;
        text = text.substring(marks, text.length() - marks);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c != '\\' || raw) {
                append(out, c, bytes, true);
                i += Character.charCount(c);
            } else {
                i = escape(text, i + 1, bytes, out);
            }
        }
        return out.toString();
    }

    /** Appends what the escape sequence behind a backslash means; returns where it ends. */
    private static int escape(String text, int at, boolean bytes, StringBuilder out) throws Malformed {
        char c = text.charAt(at);
        int digits = switch (c) {
            case 'x', 'X' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        if (digits > 2 && bytes) {
            throw new Malformed("unable to unescape string");
        }
        if (digits > 0 || (c >= '0' && c <= '3')) {
            int from = digits > 0 ? at + 1 : at;
            int to = digits > 0 ? from + digits : from + 3;
            long point = Long.parseLong(text.substring(from, to), digits > 0 ? 16 : 8);
            if (!bytes && (point > Character.MAX_CODE_POINT || (point >= 0xd800 && point <= 0xdfff))) {
                throw new Malformed("invalid unicode code point");
            }
            append(out, (int) point, bytes, false);
            return to;
        }
        out.append(
                switch (c) {
                    case 'a' -> '\u0007';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case 'v' -> '\u000b';
                    default -> c;
                });
        return at + 1;
    }

    private static void append(StringBuilder out, int point, boolean bytes, boolean encode) {
        if (bytes && encode && point >= 0x80) {
            byte[] utf8 = new String(Character.toChars(point)).getBytes(StandardCharsets.UTF_8);
            out.append(new String(utf8, StandardCharsets.ISO_8859_1));
        } else {
            out.appendCodePoint(point);
        }
    }
}
