package dev.drydock.kustomize.loader;

import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.Paths;
import dev.drydock.kustomize.RemoteEntries;
import dev.drydock.yaml.GoQuote;
import org.jspecify.annotations.Nullable;

/**
 * Reads files as seen from one directory, the root of a kustomization, and knows the roots that led to it; follows
 * api/internal/loader.
 */
public final class Loader {

    private final LinkResolver files;
    private final RemoteEntries remotes;
    private final String root;
    private final @Nullable Loader referrer;
    private final boolean rootOnly;

    /** The clone that the files are in. */
    private final @Nullable CloneRoot clone;

    private Loader(
            LinkResolver files,
            RemoteEntries remotes,
            String root,
            @Nullable Loader referrer,
            boolean rootOnly,
            @Nullable CloneRoot clone) {
        this.files = files;
        this.remotes = remotes;
        this.root = root;
        this.referrer = referrer;
        this.rootOnly = rootOnly;
        this.clone = clone;
    }

    /** A cloned repository: the entry that named it and its directory. */
    private record CloneRoot(String entry, String directory) {}

    /**
     * A loader for the directory that is built.
     *
     * @param rootOnly whether files must stand in or below the directory of the kustomization that names them
     * @param confinement the directory outside which nothing is read, {@code /} for none
     * @throws KustomizeException when there is no such directory
     */
    public static Loader of(
            FileTree tree, RemoteEntries remotes, String directory, boolean rootOnly, String confinement) {
        LinkResolver files = new LinkResolver(tree, confinement);
        return new Loader(files, remotes, files.confirmDirectory(Paths.clean("/" + directory)), null, rootOnly, null);
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
        RepositoryUrl repository = RepositoryUrl.parse(entry);
        if (repository != null) {
            return clone(entry, repository);
        }
        if (entry.startsWith("/")) {
            throw new KustomizeException("new root '" + entry + "' cannot be absolute");
        }
        String candidate = files.confirmDirectory(Paths.join(root, entry));
        CloneRoot here = clone;
        if (here != null && !Paths.isInOrBelow(candidate, here.directory)) {
            throw new KustomizeException(
                    "security; bases in kustomizations found in cloned git repos must be within the"
                            + " repo, but base '" + candidate + "' is outside '" + here.directory + "'");
        }
        for (Loader visited = this; visited != null; visited = visited.referrer) {
            if (visited.files == files && Paths.isInOrBelow(visited.root, candidate)) {
                throw new KustomizeException("cycle detected: candidate root '" + candidate
                        + "' contains visited root '" + visited.root + "'");
            }
        }
        return new Loader(files, remotes, candidate, this, rootOnly, clone);
    }

    private Loader clone(String entry, RepositoryUrl repository) {
        for (Loader visited = this; visited != null; visited = visited.referrer) {
            CloneRoot cloned = visited.clone;
            if (cloned != null && cloned.entry.startsWith(entry)) {
                throw new KustomizeException(
                        "cycle detected: URI '" + entry + "' referenced by previous URI '" + cloned.entry + "'");
            }
        }
        RemoteEntries.Clone cloned = remotes.clone(entry, repository.cloneUrl(), repository.path(), repository.ref());
        LinkResolver theirs = new LinkResolver(cloned.tree(), cloned.confinement());
        String directory = Paths.join(cloned.directory(), repository.path());
        String real = theirs.realPath(directory);
        if (!theirs.isDirectory(real)) {
            throw new KustomizeException(
                    "'" + directory + "' refers to file '" + Paths.base(real) + "'; expecting directory");
        }
        if (!Paths.isInOrBelow(real, cloned.directory())) {
            throw new KustomizeException(GoQuote.quote(directory) + " refers to directory outside of repo "
                    + GoQuote.quote(cloned.directory()));
        }
        // clones never may leave the directory of their kustomization
        return new Loader(theirs, remotes, real, this, true, new CloneRoot(entry, cloned.directory()));
    }

    /**
     * The content of a file that an entry names.
     *
     * @throws KustomizeException when it cannot be read, or may not
     */
    public byte[] load(String entry) {
        if (entry.startsWith("http://") || entry.startsWith("https://")) {
            return remotes.get(entry);
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
