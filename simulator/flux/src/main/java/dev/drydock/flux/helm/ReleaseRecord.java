package dev.drydock.flux.helm;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How a release stands in the data of its Secret: JSON, compressed, in base64 (helm pkg/storage/driver/util.go). */
final class ReleaseRecord {

    private static final int LARGEST = 16 * 1024 * 1024;

    private ReleaseRecord() {}

    /** The value of the Secret's {@code data.release}, which is encoded once more by the API. */
    static String encode(Release release) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(JsonWriter.compact(release.node()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] inner = Base64.getEncoder().encode(bytes.toByteArray());
        return Base64.getEncoder().encodeToString(inner);
    }

    /** The release of such a value; empty when it is none. */
    static Optional<Release> decode(String data) {
        try {
            byte[] inner = Base64.getDecoder().decode(data);
            byte[] zipped = Base64.getDecoder().decode(inner);
            try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
                byte[] json = zip.readNBytes(LARGEST);
                return JsonReader.read(json, "release") instanceof MapNode map && map.has("name")
                        ? Optional.of(new Release(map))
                        : Optional.empty();
            }
        } catch (IllegalArgumentException | IOException | YamlException e) {
            return Optional.empty();
        }
    }
}
