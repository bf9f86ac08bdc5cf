package dev.drydock.cli;

import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was printed of scenarios in which nothing failed, for the next run over the same files by the same build. A run depends on
 * nothing else, so it would print the same.
 */
final class ResultCache {

    /** The system property that names the folder; the launcher gives each build of Drydock its own. */
    static final String PROPERTY = "drydock.results";

    private static final Pattern HEAD = Pattern.compile("(HELD|KNOWN_DIFFERENCE) ([0-9]{1,9}) ([0-9a-f]{64})");

    private final @Nullable Path folder;
    private final InputDigest digest;
    private final String options;

    private ResultCache(@Nullable Path folder, String options) {
        this.folder = folder;
        this.digest = new InputDigest(System.currentTimeMillis());
        this.options = options;
    }

    /** A cache that never knows anything. */
    static ResultCache none() {
        return new ResultCache(null, "");
    }

    /**
     * The cache in the folder that the property names, if it does.
     *
     * @param options what decides about the printed text beside the files
     */
    static ResultCache of(String options) {
        String folder = System.getProperty(PROPERTY, "");
        return new ResultCache(folder.isEmpty() ? null : Path.of(folder), options);
    }

    /** Where the result of a scenario is kept; empty when it cannot be. */
    Optional<Path> place(Scenario scenario) {
        return folder == null ? Optional.empty() : digest.of(scenario, options).map(folder::resolve);
    }

    /** What is kept in a place; a file that is not whole holds nothing. */
    static Optional<PrintedResult> find(Path place) {
        if (!Files.isRegularFile(place)) {
            return Optional.empty();
        }
        try {
            String kept = Files.readString(place);
            int end = kept.indexOf('\n');
            Matcher head = HEAD.matcher(end < 0 ? kept : kept.substring(0, end));
            String text = kept.substring(end + 1);
            return head.matches() && head.group(3).equals(InputDigest.of(text))
                    ? Optional.of(
                            new PrintedResult(Verdict.valueOf(head.group(1)), Long.parseLong(head.group(2)), text))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps a result in which nothing failed; one that cannot be written is not kept. */
    static void keep(Path place, PrintedResult result) {
        if (result.verdict() != Verdict.HELD && result.verdict() != Verdict.KNOWN_DIFFERENCE) {
            return;
        }
        try {
            Path parent = Files.createDirectories(place.toAbsolutePath().getParent());
            Path whole = Files.createTempFile(parent, "result", null);
            String head =
                    result.verdict().name() + " " + result.knownDifferences() + " " + InputDigest.of(result.text());
            Files.writeString(whole, head + "\n" + result.text());
            Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return; // the next run does the work again
        }
    }
}
