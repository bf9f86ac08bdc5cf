package dev.drydock.flux.ignore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The rules by which a source picks the files of its artifact (sourceignore, artifact/storage/archive.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SourceIgnore {

    private static final String FILE = ".sourceignore";

    /** Paths in the order of a walk: folder by folder, names in byte order. */
    private static final Comparator<List<String>> WALK = (left, right) -> {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    };

    private SourceIgnore() {}

    /**
     * What an artifact holds.
     *
     * @param files paths in the order of the archive
     * @param directories folders, {@code .} for the root
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Selection(List<String> files, NavigableSet<String> directories) {}

    /**
     * The files of a Git repository, or of an OCI artifact that is extracted. Ignore files of all folders count, then the
     * spec; the defaults count only where neither has a pattern. A folder that is ignored does not keep its files out.
     *
     * @param files path to text of the regular files; the text is only looked at for ignore files
     * @param folders further folders, for empty ones
     * @param ignore {@code spec.ignore}, or null
     */
    public static Selection select(Map<String, String> files, Set<String> folders, @Nullable String ignore) {
        IgnoreList own = ignoreFiles(files);
        if (ignore != null) {
            own = own.plus(IgnoreList.read(ignore, List.of()));
        }
        IgnoreList list = own.isEmpty()
                ? IgnoreList.defaults()
                : IgnoreList.versionControl().plus(own);
        SortedSet<List<String>> paths = new TreeSet<>(WALK);
        Set<List<String>> directories = new LinkedHashSet<>();
        files.keySet().forEach(path -> addParents(parts(path), directories));
        folders.forEach(folder -> {
            directories.add(parts(folder));
            addParents(parts(folder), directories);
        });
        files.keySet().forEach(path -> paths.add(parts(path)));
        List<String> kept = new ArrayList<>();
        for (List<String> path : paths) {
            if (!list.ignores(path, false)) {
                kept.add(String.join("/", path));
            }
        }
        NavigableSet<String> keptDirectories = new TreeSet<>();
        keptDirectories.add(".");
        for (List<String> directory : directories) {
            if (!list.ignores(directory, true)) {
                keptDirectories.add(String.join("/", directory));
            }
        }
        return new Selection(List.copyOf(kept), keptDirectories);
    }

    /** The ignore files of all folders but those of Git itself, those of outer folders first. */
    static IgnoreList ignoreFiles(Map<String, String> files) {
        SortedSet<List<String>> folders = new TreeSet<>(WALK);
        for (String path : files.keySet()) {
            List<String> parts = parts(path);
            if (parts.get(parts.size() - 1).equals(FILE)) {
                folders.add(parts.subList(0, parts.size() - 1));
            }
        }
        IgnoreList list = IgnoreList.read("", List.of());
        for (List<String> folder : folders) {
            if (!folder.contains(".git")) {
                String path = folder.isEmpty() ? FILE : String.join("/", folder) + "/" + FILE;
                list = list.plus(IgnoreList.read(files.getOrDefault(path, ""), folder));
            }
        }
        return list;
    }

    private static void addParents(List<String> path, Set<List<String>> directories) {
        for (int i = 1; i < path.size(); i++) {
            directories.add(path.subList(0, i));
        }
    }

    private static List<String> parts(String path) {
        return Arrays.asList(path.split("/", -1));
    }
}
