package dev.drydock.helm.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.apiguardian.api.API;

/**
 * Go's texts are bytes. A text here is a Java string, in which a byte that is no part of a character in UTF-8 stands as the
 * lone surrogate U+DC80 to U+DCFF.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoString {

    /** The order of the bytes. */
    public static final Comparator<String> ORDER = GoString::compare;

    private GoString() {}

    /** The bytes of a text. */
    public static byte[] bytes(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = !Character.isSurrogate(text.charAt(i));
        }
        if (plain) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        text.codePoints().forEach(c -> {
            if (c >= 0xdc80 && c <= 0xdcff) {
                out.write(c & 0xff);
            } else if (Character.isBmpCodePoint(c) && Character.isSurrogate((char) c)) {
                out.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbf, (byte) 0xbd});
            } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }

    /** The text of bytes. */
    public static String of(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            int b = bytes[i] & 0xff;
            int length = b < 0x80
                    ? 1
                    : b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
            int c = length == 1 ? b : length == 0 ? -1 : decode(bytes, i, length);
            if (c < 0) {
                out.append((char) (0xdc00 | b));
                i++;
            } else {
                out.appendCodePoint(c);
                i += length;
            }
        }
        return out.toString();
    }

    private static int decode(byte[] bytes, int at, int length) {
        if (at + length > bytes.length) {
            return -1;
        }
        int c = bytes[at] & (0xff >> (length + 1));
        for (int i = 1; i < length; i++) {
            int next = bytes[at + i] & 0xff;
            if ((next & 0xc0) != 0x80) {
                return -1;
            }
            c = (c << 6) | (next & 0x3f);
        }
        boolean overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
        return overlong || c > 0x10ffff || (c >= 0xd800 && c < 0xe000) ? -1 : c;
    }

    /** Length in bytes. */
    public static int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return bytes(text).length;
            }
            length++;
        }
        return length;
    }

    /** The bytes between two positions. */
    public static String slice(String text, int from, int to) {
        return of(Arrays.copyOfRange(bytes(text), from, to));
    }

    private static int compare(String a, String b) {
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char c = a.charAt(i);
            char d = b.charAt(i);
            if (c != d) {
                boolean odd = Character.isSurrogate(c) || Character.isSurrogate(d);
                return odd ? Arrays.compareUnsigned(bytes(a), bytes(b)) : Character.compare(c, d);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
