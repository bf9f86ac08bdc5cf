package dev.drydock.cli;

import dev.drydock.scenario.NearestPath;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.ScenarioReader;
import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.YamlException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds scenario files and reads them, collecting the problems of all. */
final class ScenarioFiles {

    private ScenarioFiles() {}

    /** Every {@code *.scenario.yaml} below the folders, and every file named. */
    static List<Path> find(List<Path> paths) throws IOException {
        return find(paths, ScenarioFiles::isScenario);
    }

    /** Whether a file is a scenario by its name. */
    static boolean isScenario(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".scenario.yaml") || name.endsWith(".scenario.yml");
    }

    static List<Path> find(List<Path> paths, Predicate<Path> wanted) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : paths) {
            if (Files.isSymbolicLink(path) && !Files.exists(path)) {
                throw new BadInputException(
                        path + " is a symbolic link that leads to no file, to " + Files.readSymbolicLink(path));
            }
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            if (Files.isDirectory(path)) {
                files.addAll(below(path, wanted));
            } else {
                files.add(path);
            }
        }
        return List.copyOf(files);
    }

    /** The files below a folder; links in it are read like files as long as they stay in it. */
    private static Set<Path> below(Path folder, Predicate<Path> wanted) throws IOException {
        Set<Path> files = new TreeSet<>();
        // a link that was named is followed; files are shown below the name that was given
        Path start = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (wanted.test(file)) {
                    Path shown = start.equals(folder) ? file : folder.resolve(start.relativize(file));
                    if (attributes.isSymbolicLink()) {
                        checkLink(file, shown, folder);
                    }
                    if (!Files.isRegularFile(file)) {
                        throw new BadInputException(shown + " has the name of a scenario file and is none");
                    }
                    files.add(shown);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static void checkLink(Path link, Path shown, Path folder) throws IOException {
        String target = ", to " + Files.readSymbolicLink(link);
        if (!Files.exists(link)) {
            throw new BadInputException(shown + " is a symbolic link that leads to no file" + target);
        }
        if (!link.toRealPath().startsWith(folder.toRealPath())) {
            throw new BadInputException(shown + " is a symbolic link out of the folder " + folder + target
                    + "; a file in the folder is expected");
        }
    }

    /**
     * The scenarios of all files.
     *
     * @throws YamlException with the problems of every file
     */
    static List<Scenario> read(List<Path> files) {
        List<Scenario> scenarios = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        try (SideBySide<Read> reads = new SideBySide<>(files, ScenarioFiles::read)) {
            for (int i = 0; i < files.size(); i++) {
                Read read = reads.next();
                scenarios.addAll(read.scenarios());
                problems.addAll(read.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new YamlException(problems);
        }
        return scenarios;
    }

    private record Read(List<Scenario> scenarios, List<Diagnostic> problems) {}

    private static Read read(Path file) {
        try {
            return new Read(ScenarioReader.read(file), List.of());
        } catch (YamlException e) {
            return new Read(List.of(), e.diagnostics());
        } catch (IOException e) {
            return new Read(List.of(), List.of(Diagnostic.of(new Location(file.toString(), 0, 0), reason(e))));
        }
    }

    /** Why a file cannot be read, in plain words. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException file) {
            return "no such file or folder" + (file.getFile() == null ? "" : NearestPath.hint(Path.of(file.getFile())));
        }
        if (e instanceof java.nio.file.NotDirectoryException) {
            return "not a folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException other) {
            return other.getReason() == null ? "cannot be read" : other.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}
