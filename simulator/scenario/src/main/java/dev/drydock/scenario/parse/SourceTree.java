package dev.drydock.scenario.parse;

import dev.drydock.flux.repository.Content;
import dev.drydock.scenario.ContentReader;
import dev.drydock.scenario.NearestPath;
import dev.drydock.scenario.SourcePath;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.YamlException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Resolves the paths of one scenario file; nothing that it gives lies outside the file's folder. */
final class SourceTree {

    private final Path folder;
    private final String shownFolder;
    private final Problems problems;

    SourceTree(Path folder, String shownFolder, Problems problems) {
        this.folder = folder;
        this.shownFolder = shownFolder;
        this.problems = problems;
    }

    /** The content of a folder, or null after a problem. */
    @Nullable
    Content content(SourcePath source) {
        try {
            return ContentReader.read(source.path(), source.shown(), folder);
        } catch (YamlException e) {
            e.diagnostics().forEach(problem -> problems.add(source.location(), problem.message()));
        } catch (IOException e) {
            problems.add(source.location(), source.shown() + ": cannot be read: " + e.getMessage());
        }
        return null;
    }

    /** The path that a key names, or null after a problem or when the key is absent. */
    @Nullable
    SourcePath resolve(Fields fields, String key, boolean mustBeFolder) {
        String text = fields.text(key);
        return text == null ? null : resolve(text, fields.location(key), fields.path(key), mustBeFolder);
    }

    @Nullable
    SourcePath resolve(String text, Location place, String at, boolean mustBeFolder) {
        String problem;
        try {
            Path relative = Path.of(text);
            Path path = folder.resolve(relative).normalize();
            problem = problemOf(text, relative, path, mustBeFolder);
            if (problem == null) {
                return new SourcePath(path, shownFolder + text, place);
            }
        } catch (InvalidPathException e) {
            problem = "is no path: " + e.getReason();
        } catch (FileSystemLoopException e) {
            problem = "symbolic links lead in a circle";
        } catch (AccessDeniedException e) {
            problem = "permission denied";
        } catch (FileSystemException e) {
            problem = e.getReason() != null && e.getReason().contains("symbolic")
                    ? "symbolic links lead in a circle"
                    : "cannot be read";
        } catch (IOException e) {
            problem = "cannot be read: " + e.getMessage();
        }
        problems.add(place, at + ": \"" + text + "\" " + problem);
        return null;
    }

    private @Nullable String problemOf(String text, Path relative, Path path, boolean mustBeFolder) throws IOException {
        if (text.isEmpty()) {
            return "names nothing; a path relative to the scenario file is expected";
        }
        if (relative.isAbsolute()) {
            return "is absolute; paths are relative to the scenario file";
        }
        Path root = folder.normalize();
        if (!path.startsWith(root)) {
            return "leaves the folder of the scenario file; move what is needed below it";
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return "does not exist" + NearestPath.hint(path);
        }
        if (!path.toRealPath().startsWith(folder.toRealPath())) {
            return "leads through a symbolic link out of the folder of the scenario file";
        }
        if (mustBeFolder && !Files.isDirectory(path)) {
            return "is a file; a folder is expected";
        }
        if (!Files.isReadable(path)) {
            return "cannot be read: permission denied";
        }
        return null;
    }
}
