package dev.drydock.scenario;

import dev.drydock.scenario.parse.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Finds the file or folder that was probably meant. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NearestPath {

    private NearestPath() {}

    /** {@code ; did you mean "…"?} with the nearest name beside the first part of a path that does not exist, or nothing. */
    public static String hint(Path path) {
        Path missing = path;
        Path parent = path.toAbsolutePath().getParent();
        while (parent != null && !Files.exists(parent)) {
            missing = parent;
            parent = parent.getParent();
        }
        Path name = missing.getFileName();
        if (parent == null || name == null || !Files.isDirectory(parent)) {
            return "";
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            List<String> names = siblings.map(sibling -> String.valueOf(sibling.getFileName()))
                    .sorted()
                    .toList();
            return Nearest.hint(name.toString(), names);
        } catch (IOException e) {
            return "";
        }
    }
}
