package dev.drydock.kustomize.loader;

import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.Paths;
import dev.drydock.kustomize.RemoteEntryException;
import org.jspecify.annotations.Nullable;

/**
 * Reads files as seen from one directory, the root of a kustomization, and knows the roots that led to it; follows
 * api/internal/loader.
 */
public final class Loader {

    private final LinkResolver files;
    private final String root;
    private final @Nullable Loader referrer;
    private final boolean rootOnly;

    private Loader(LinkResolver files, String root, @Nullable Loader referrer, boolean rootOnly) {
        this.files = files;
        this.root = root;
        this.referrer = referrer;
        this.rootOnly = rootOnly;
    }

    /**
     * A loader for the directory that is built.
     *
     * @param rootOnly whether files must stand in or below the directory of the kustomization that names them
     * @param confinement the directory outside which nothing is read, {@code /} for none
     * @throws KustomizeException when there is no such directory
     */
    public static Loader of(FileTree tree, String directory, boolean rootOnly, String confinement) {
        if (RepositoryUrl.parse(directory) != null) {
            throw new RemoteEntryException(directory);
        }
        LinkResolver files = new LinkResolver(tree, confinement);
        return new Loader(files, files.confirmDirectory(Paths.clean("/" + directory)), null, rootOnly);
    }

    /** The directory, absolute and without links. */
    public String root() {
        return root;
    }

    /**
     * A loader for a directory that an entry names.
     *
     * @throws KustomizeException when it is no directory below, or one that led here
     */
    public Loader directory(String entry) {
        if (entry.isEmpty()) {
            throw new KustomizeException("new root cannot be empty");
        }
        if (RepositoryUrl.parse(entry) != null) {
            throw new RemoteEntryException(entry);
        }
        if (entry.startsWith("/")) {
            throw new KustomizeException("new root '" + entry + "' cannot be absolute");
        }
        String candidate = files.confirmDirectory(Paths.join(root, entry));
        for (Loader visited = this; visited != null; visited = visited.referrer) {
            if (Paths.isInOrBelow(visited.root, candidate)) {
                throw new KustomizeException("cycle detected: candidate root '" + candidate
                        + "' contains visited root '" + visited.root + "'");
            }
        }
        return new Loader(files, candidate, this, rootOnly);
    }

    /**
     * The content of a file that an entry names.
     *
     * @throws KustomizeException when it cannot be read, or may not
     */
    public byte[] load(String entry) {
        if (entry.startsWith("http://") || entry.startsWith("https://")) {
            throw new RemoteEntryException(entry);
        }
        String path = entry.startsWith("/") ? entry : Paths.join(root, entry);
        if (!rootOnly) {
            return files.read(path);
        }
        String real = files.realPath(path);
        if (files.isDirectory(real)) {
            throw new KustomizeException("'" + path + "' must resolve to a file");
        }
        if (!Paths.isInOrBelow(Paths.parent(real), root)) {
            throw new KustomizeException("security; file '" + path + "' is not in or below '" + root + "'");
        }
        return files.read(real);
    }
}
