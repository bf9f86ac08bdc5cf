package dev.drydock.scenario;

import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.YamlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that people wrote, and says clearly when one is none. */
final class TextFiles {

    /** More than any manifest that the API server would take. */
    private static final long LARGEST = 16L << 20;

    private TextFiles() {}

    /**
     * The text of a file.
     *
     * @param shown how messages name the file
     * @throws YamlException when it is no text, or too large
     * @throws IOException when it cannot be read
     */
    static String read(Path file, String shown) throws IOException {
        if (Files.isDirectory(file)) {
            throw problem(shown, "is a folder; a file is expected");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw problem(shown, "is no file but a device, a pipe or a socket; a file is expected");
        }
        long size = Files.size(file);
        if (size > LARGEST) {
            throw problem(shown, "has " + size + " bytes; files above " + LARGEST + " bytes are not read");
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = new TextDecoder(bytes, shown).text();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static YamlException problem(String shown, String message) {
        return new YamlException(Diagnostic.of(new Location(shown, 1, 1), message));
    }
}
