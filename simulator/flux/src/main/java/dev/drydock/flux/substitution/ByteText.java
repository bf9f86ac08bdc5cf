package dev.drydock.flux.substitution;

import java.nio.charset.StandardCharsets;

/**
 * Text as Go sees it: a string of bytes. Each character stands for one byte of the UTF-8 form, so that lengths, offsets
 * and cuts in the middle of a character come out as in Go.
 */
final class ByteText {

    private ByteText() {}

    static String encode(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    static String decode(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Number of bytes of the character at a position; 1 for a byte that starts none. */
    static int width(String bytes, int position) {
        int first = bytes.charAt(position);
        int width = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
        if (width == 1 || position + width > bytes.length()) {
            return 1;
        }
        String character = decode(bytes.substring(position, position + width));
        return character.codePointCount(0, character.length()) == 1 && character.codePointAt(0) != 0xFFFD ? width : 1;
    }

    /** The character at a position; U+FFFD for a byte that starts none. */
    static int codePoint(String bytes, int position) {
        return decode(bytes.substring(position, position + width(bytes, position)))
                .codePointAt(0);
    }
}
