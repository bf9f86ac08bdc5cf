package dev.drydock.cli;

import dev.drydock.scenario.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where reports go; checked before anything runs, so that no run ends without them and none replaces what it reads. */
final class ReportFiles {

    private ReportFiles() {}

    /**
     * Checks that every report can be written.
     *
     * @param inputs the scenario files of the run
     * @throws BadInputException when a file cannot be written, is an input, or is that of another report
     * @throws IOException when an existing file cannot be looked at
     */
    static void check(Map<Report, Path> reports, List<Path> inputs) throws IOException {
        Map<Path, String> taken = new HashMap<>();
        for (Map.Entry<Report, Path> report : reports.entrySet()) {
            Path file = report.getValue();
            String option = report.getKey().name().toLowerCase(Locale.ROOT) + "=" + file;
            checkKind(option, file);
            if (Files.exists(file)) {
                checkInput(option, file, inputs);
            }
            String other = taken.putIfAbsent(real(file), option);
            if (other != null) {
                throw problem(option, "is the file of " + other + " too; each report needs a file of its own");
            }
        }
    }

    private static void checkKind(String option, Path file) {
        if (Files.isDirectory(file)) {
            throw problem(option, "is a folder; a file is expected");
        }
        if (Files.exists(file)) {
            if (!Files.isRegularFile(file)) {
                throw problem(option, "is a device or pipe; a file is expected");
            }
            if (!Files.isWritable(file)) {
                throw problem(option, "cannot be written: permission denied");
            }
            return;
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw problem(option, "is a symbolic link that leads to no file; a file is expected");
        }
        Path above = existing(file);
        if (!Files.isDirectory(above)) {
            throw problem(option, "cannot be written: " + above + " is no folder");
        }
        if (!Files.isWritable(above)) {
            throw problem(option, "cannot be written below " + above + ": permission denied");
        }
    }

    private static void checkInput(String option, Path file, List<Path> inputs) throws IOException {
        if (ScenarioFiles.isScenario(file) || ScenarioFiles.isScenario(file.toRealPath())) {
            throw problem(option, "is a scenario file, which the report would replace; another file is expected");
        }
        for (Path input : inputs) {
            if (Files.exists(input) && Files.isSameFile(input, file)) {
                throw problem(
                        option, "is an input of this run, which the report would replace; another file is expected");
            }
        }
    }

    /** The nearest file or folder above a path that exists, links to nothing included. */
    private static Path existing(Path file) {
        Path above = file.toAbsolutePath();
        while (above.getParent() != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
            above = above.getParent();
        }
        return above;
    }

    private static Path real(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path above = existing(file);
        return above.toRealPath().resolve(above.relativize(absolute)).normalize();
    }

    private static BadInputException problem(String option, String message) {
        return new BadInputException("--report " + option + ": " + message);
    }
}
