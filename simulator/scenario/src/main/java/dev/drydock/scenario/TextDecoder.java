package dev.drydock.scenario;

import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.YamlException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes the bytes of one file, and says where they are no text. */
final class TextDecoder {

    private final byte[] bytes;
    private final String shown;

    TextDecoder(byte[] bytes, String shown) {
        this.bytes = bytes;
        this.shown = shown;
    }

    /**
     * The text.
     *
     * @throws YamlException at the first byte that is none
     */
    String text() {
        if (beginsWith(0xFF, 0xFE) || beginsWith(0xFE, 0xFF)) {
            throw problem("", "is a text in UTF-16; save it as UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean isBroken = decoder.decode(in, out, true).isError();
        String text = out.flip().toString();
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw problem(
                    text.substring(0, zero), "is a binary file; a text in UTF-8 is expected, found the byte 0x00");
        }
        if (isBroken) {
            String found = String.format("0x%02X", bytes[in.position()] & 0xFF);
            throw problem(
                    text, "is no text in UTF-8: the byte " + found + " begins no character here; save it as UTF-8");
        }
        return text;
    }

    private boolean beginsWith(int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** A problem behind a text. */
    private YamlException problem(String before, String message) {
        int start = before.lastIndexOf('\n') + 1;
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int skipped = before.startsWith("\uFEFF") && start == 0 ? 1 : 0;
        int column = 1 + before.codePointCount(start, before.length()) - skipped;
        return new YamlException(Diagnostic.of(new Location(shown, line, column), message));
    }
}
