package dev.drydock.engine;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds scenario files. */
final class ScenarioPaths {

    private static final String ENDING = ".scenario.yaml";

    private ScenarioPaths() {}

    /** Every scenario file below a folder, in the order of their paths. */
    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    static boolean isScenarioFile(Path file) {
        return file.toString().endsWith(ENDING);
    }

    /** Where a resource lies as a file, from the class path or below the working directory. */
    static List<Path> named(String name) {
        List<Path> found = onClassPath(name);
        Path path = Path.of(name);
        return found.isEmpty() && Files.exists(path) ? List.of(path) : found;
    }

    /** The files and folders of a name on the class path. */
    static List<Path> onClassPath(String name) {
        String bare = name.startsWith("/") ? name.substring(1) : name;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        List<Path> paths = new ArrayList<>();
        try {
            for (URL url : java.util.Collections.list(loader.getResources(bare))) {
                of(url.toURI()).ifPresent(paths::add);
            }
        } catch (IOException | URISyntaxException e) {
            return paths;
        }
        return paths;
    }

    /** The path of a URI that is one. */
    static Optional<Path> of(URI uri) {
        try {
            return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
        } catch (FileSystemNotFoundException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How messages and ids name a file: relative to the working directory where it lies below it. */
    static String shown(Path file) {
        Path working = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        Path path = absolute.startsWith(working) ? working.relativize(absolute) : absolute;
        return path.toString().replace('\\', '/');
    }
}
