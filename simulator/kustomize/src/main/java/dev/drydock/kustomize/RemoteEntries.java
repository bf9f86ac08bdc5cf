package dev.drydock.kustomize;

import dev.drydock.kustomize.loader.RepositoryUrl;
import org.apiguardian.api.API;

/** What lies behind entries that lead to another machine; {@link #NONE} knows nothing. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface RemoteEntries {

    /** Refuses every entry with a {@link RemoteEntryException}, which ends the build at once. */
    RemoteEntries NONE = new RemoteEntries() {
        @Override
        public byte[] get(String url) {
            throw new RemoteEntryException(url);
        }

        @Override
        public Clone clone(String entry, String repository, String path, String ref) {
            throw new RemoteEntryException(entry);
        }
    };

    /**
     * The content of a file.
     *
     * @throws KustomizeException with kustomize's words: {@code URL is a git repository} for a refused URL that also is
     *     one, {@code HTTP Error: status code 404 (Not Found)}, or those of Go's HTTP client
     */
    byte[] get(String url);

    /**
     * A clone of a repository.
     *
     * @param entry the entry as it is written
     * @param repository what git is asked for
     * @param path the directory inside, empty for its root
     * @param ref branch, tag or commit, empty for the default
     * @throws KustomizeException with kustomize's words when git fails
     */
    Clone clone(String entry, String repository, String path, String ref);

    /**
     * A cloned repository.
     *
     * @param tree a tree that holds it
     * @param directory the directory of the clone in that tree
     * @param confinement the directory outside which nothing is read, {@code /} for none
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Clone(FileTree tree, String directory, String confinement) {

        /** A clone that is read as it is. */
        public Clone(FileTree tree, String directory) {
            this(tree, directory, "/");
        }
    }

    /** Whether kustomize takes a URL for a repository rather than for a file alone. */
    static boolean isRepository(String url) {
        return RepositoryUrl.parse(url) != null;
    }
}
