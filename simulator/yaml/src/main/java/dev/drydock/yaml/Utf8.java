package dev.drydock.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text; refuses what is no UTF-8 with the place of the first bad byte. */
final class Utf8 {

    private Utf8() {}

    static String decode(byte[] bytes, String file) {
        if (bytes.length > 4L * Limits.CODE_POINTS) {
            String message = Limits.tooLong(bytes.length);
            throw new YamlException(Diagnostic.of(new Location(file, 1, 1), message), message);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int first = bytes[in.position()] & 0xff;
            throw bad(text, file, String.format("byte 0x%02x is no UTF-8 text", first), upstream(first));
        }
        return text;
    }

    /** The words of go-yaml's readerc.go: which kind of octet is wrong. */
    private static String upstream(int first) {
        boolean leading = first >= 0xc0 && first < 0xf8;
        return leading ? "yaml: invalid trailing UTF-8 octet" : "yaml: invalid leading UTF-8 octet";
    }

    private static YamlException bad(String before, String file, String message, String upstream) {
        int lineStart = before.lastIndexOf('\n') + 1;
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        Location place = new Location(file, line, before.length() - lineStart + 1);
        return new YamlException(new Diagnostic(place, message, SourceLine.at(before, lineStart)), upstream);
    }
}
