package dev.drydock.kubernetes.validation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A block of a PEM file as Go's encoding/pem reads it.
 *
 * @param kind what stands behind BEGIN and END
 * @param headers the lines of keys and values before the content
 * @param content the decoded content, bytes as ISO 8859-1
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Pem(String kind, List<String> headers, String content) {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /** The blocks of a text; what is none is passed over. */
    public static List<Pem> blocks(String text) {
        List<Pem> blocks = new ArrayList<>();
        @Nullable String kind = null;
        List<String> headers = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (String written : text.split("\n", -1)) {
            String line = written.stripTrailing();
            if (line.startsWith(BEGIN) && line.endsWith(DASHES) && line.length() >= BEGIN.length() + DASHES.length()) {
                kind = line.substring(BEGIN.length(), line.length() - DASHES.length());
                headers.clear();
                body.setLength(0);
            } else if (kind != null && line.startsWith(END)) {
                if (line.equals(END + kind + DASHES)) {
                    block(kind, headers, body.toString()).ifPresent(blocks::add);
                }
                kind = null;
            } else if (kind != null && body.length() == 0 && line.contains(":")) {
                headers.add(line);
            } else {
                body.append(line.strip());
            }
        }
        return List.copyOf(blocks);
    }

    private static Optional<Pem> block(String kind, List<String> headers, String body) {
        try {
            byte[] content = Base64.getDecoder().decode(body);
            return Optional.of(new Pem(kind, List.copyOf(headers), new String(content, StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
