package dev.drydock.kustomize;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The files of a build: a tree with one root, {@code /}, and absolute paths with {@code /} between names.
 *
 * <p>A tree answers about one path at a time and never follows a symbolic link itself; the build follows links inside the
 * root and refuses those that leave it.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface FileTree {

    /** What stands at a path. */
    enum Kind {
        /** A regular file. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A symbolic link. */
        LINK,
        /** Nothing. */
        MISSING
    }

    /** What stands at a path whose parents are real directories; the last name is not followed. */
    Kind kind(String path);

    /**
     * The content of a regular file.
     *
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    byte[] read(String path);

    /** The names in a directory, sorted. */
    List<String> list(String path);

    /**
     * Where a link leads, as it is stored: relative to the directory that holds it, or absolute inside the tree.
     *
     * @throws KustomizeException when it leads to a place that the tree does not hold
     */
    String readLink(String path);

    /** A tree in memory of texts by path; paths may lack the leading slash. */
    static FileTree ofTexts(Map<String, String> files) {
        return MemoryFileTree.ofTexts(files);
    }

    /** A directory on disk as a tree; nothing outside it can be seen. */
    static FileTree onDisk(java.nio.file.Path root) {
        return new DiskFileTree(root);
    }
}
