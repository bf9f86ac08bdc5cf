package dev.drydock.jupiter;

import dev.drydock.flux.repository.Content;
import dev.drydock.scenario.ContentReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Finds the files that a test names. */
final class TestFiles {

    private final Class<?> type;

    TestFiles(Class<?> type) {
        this.type = type;
    }

    /** The path of a name: beside the test class on the class path, at its root, or below the working directory. */
    Path find(String name) {
        String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (URL url : new URL[] {type.getResource(bare), type.getResource("/" + bare)}) {
            if (url != null && url.getProtocol().equals("file")) {
                try {
                    return Path.of(url.toURI());
                } catch (URISyntaxException e) {
                    throw new ExtensionConfigurationException(url + " is no path", e);
                }
            }
        }
        Path path = Path.of(bare);
        if (Files.exists(path)) {
            return path;
        }
        throw new ExtensionConfigurationException(
                "\"" + name + "\" is neither on the class path beside " + type.getSimpleName()
                        + " or at its root, nor below " + path.toAbsolutePath().getParent());
    }

    Content content(String folder) {
        Path path = find(folder);
        try {
            return ContentReader.read(path, folder, path.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
