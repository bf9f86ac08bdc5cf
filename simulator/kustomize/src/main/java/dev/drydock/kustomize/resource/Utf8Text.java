package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes as text. */
public final class Utf8Text {

    private Utf8Text() {}

    /** The text, or null when the bytes are none. */
    public static @Nullable String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * The first document of a text.
     *
     * @throws KustomizeException when the bytes are no text
     * @throws dev.drydock.yaml.YamlException when the text is no YAML of that mode
     */
    public static Node first(byte[] bytes, String file, YamlMode mode) {
        String text = decode(bytes);
        if (text == null) {
            throw new KustomizeException("yaml: invalid leading UTF-8 octet");
        }
        return YamlReader.parseFirst(text, file, mode).document();
    }
}
