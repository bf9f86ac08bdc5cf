package dev.drydock.scenario.replay;

import dev.drydock.flux.ignore.IgnoreList;
import dev.drydock.flux.repository.Content;
import dev.drydock.scenario.ContentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * What a clone of a working copy would hold.
 *
 * @param content its files without those that Git ignores and does not track
 * @param untracked files that are in the content but not tracked, so that a clone has them only once they are committed
 * @param ignored files that were left out because Git ignores them
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record WorkingCopy(Content content, List<String> untracked, List<String> ignored) {

    private static final String FILE = ".gitignore";
    private static final long LARGEST_EXCLUDE = 1L << 20;

    /** A working copy with copies of the lists. */
    public WorkingCopy {
        untracked = List.copyOf(untracked);
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads a folder. Where it is no working copy of Git its {@code .gitignore} files count all the same.
     *
     * @param shown how messages name the folder
     * @throws IOException when something cannot be read
     */
    public static WorkingCopy read(Path folder, String shown) throws IOException {
        Content all = ContentReader.read(folder, shown, folder, "the repository");
        Optional<GitIndex> index = GitIndex.of(folder);
        IgnoreList patterns = excluded(folder).plus(ignoreFiles(all));
        Map<String, Content.Entry> kept = new TreeMap<>();
        List<String> untracked = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        all.files().forEach((path, entry) -> {
            boolean isTracked = index.isPresent() && index.get().tracks(path);
            if (path.equals(".git") || path.startsWith(".git/")) {
                return;
            }
            if (!isTracked && ignores(patterns, path)) {
                ignored.add(path);
                return;
            }
            kept.put(path, entry);
            if (index.isPresent() && !isTracked) {
                untracked.add(path);
            }
        });
        return new WorkingCopy(new Content(kept), untracked, ignored);
    }

    private static IgnoreList excluded(Path folder) throws IOException {
        Path file = GitIndex.gitFolder(folder).resolve("info/exclude");
        boolean isThere = Files.isRegularFile(file) && Files.size(file) < LARGEST_EXCLUDE;
        return IgnoreList.read(isThere ? Files.readString(file) : "", List.of());
    }

    /** The patterns of all folders; those of inner folders come later and win. */
    private static IgnoreList ignoreFiles(Content all) {
        IgnoreList list = IgnoreList.read("", List.of());
        List<String> files = all.files().keySet().stream()
                .filter(path -> path.equals(FILE) || path.endsWith("/" + FILE))
                .sorted((a, b) -> Integer.compare(parts(a).size(), parts(b).size()))
                .toList();
        for (String path : files) {
            if (all.files().get(path) instanceof Content.File file) {
                List<String> parts = parts(path);
                list = list.plus(IgnoreList.read(file.text(), parts.subList(0, parts.size() - 1)));
            }
        }
        return list;
    }

    /** A file in a folder that is ignored cannot be included again (Git's {@code Documentation/gitignore.txt}). */
    private static boolean ignores(IgnoreList patterns, String path) {
        List<String> parts = parts(path);
        for (int i = 1; i < parts.size(); i++) {
            if (patterns.ignores(parts.subList(0, i), true)) {
                return true;
            }
        }
        return patterns.ignores(parts, false);
    }

    private static List<String> parts(String path) {
        return Arrays.asList(path.split("/", -1));
    }
}
