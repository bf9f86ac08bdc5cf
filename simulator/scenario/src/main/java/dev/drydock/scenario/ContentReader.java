package dev.drydock.scenario;

import dev.drydock.flux.repository.Content;
import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.YamlException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Reads a folder as the content of a commit. */
@API(status = API.Status.STABLE, since = "0.1")
public final class ContentReader {

    /** The most that one commit may hold. */
    private static final long LARGEST = 256L << 20;

    private ContentReader() {}

    /**
     * The files and symbolic links of a folder; links are kept and not followed.
     *
     * @param shown how messages name the folder
     * @param root the folder that no link may leave
     * @throws YamlException when a link leaves the root, or the folder is too large
     * @throws IOException when something cannot be read
     */
    public static Content read(Path folder, String shown, Path root) throws IOException {
        return read(folder, shown, root, "the folder of the scenario file");
    }

    /**
     * The same.
     *
     * @param rootShown how messages name the root
     * @throws YamlException when a link leaves the root, or the folder is too large
     * @throws IOException when something cannot be read
     */
    public static Content read(Path folder, String shown, Path root, String rootShown) throws IOException {
        Map<String, Content.Entry> entries = new TreeMap<>();
        long[] size = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean isGit = ".git".equals(String.valueOf(directory.getFileName())) && !directory.equals(folder);
                return isGit ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = folder.relativize(file).toString().replace('\\', '/');
                size[0] += attributes.size();
                if (size[0] > LARGEST) {
                    throw problem(shown, "holds more than " + LARGEST + " bytes; such folders are not read");
                }
                if (attributes.isSymbolicLink()) {
                    entries.put(path, link(file, shown + "/" + path, root, rootShown));
                } else if (attributes.isRegularFile()) {
                    entries.put(path, Content.File.of(Files.readAllBytes(file), Files.isExecutable(file)));
                } else {
                    throw problem(shown + "/" + path, "is no file, folder or link");
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new Content(entries);
    }

    private static Content.Entry link(Path file, String shown, Path root, String rootShown) throws IOException {
        Path target = Files.readSymbolicLink(file);
        Path parent = file.getParent();
        Path end = parent == null ? target : parent.resolve(target).normalize();
        if (!end.startsWith(root.normalize())) {
            throw problem(shown, "is a symbolic link out of " + rootShown + ", to " + target);
        }
        return new Content.Link(target.toString());
    }

    private static YamlException problem(String shown, String message) {
        return new YamlException(Diagnostic.of(new Location(shown, 1, 1), message));
    }
}
