package dev.drydock.flux.artifact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a Git server shows of a repository.
 *
 * @param branches branch to the hashes of its commits, oldest first
 * @param tags tag to its commit, in the order of their names
 * @param otherReferences full name of further references to hash
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record GitRemote(
        Map<String, List<String>> branches, Map<String, Tag> tags, Map<String, String> otherReferences) {

    /**
     * A tag.
     *
     * @param hash the commit, also for an annotated tag
     * @param committed when it was committed
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Tag(String hash, Instant committed) {}

    /** The newest commit of a branch, or null when there is no such branch. */
    @Nullable
    String head(String branch) {
        List<String> commits = branches.get(branch);
        return commits == null || commits.isEmpty() ? null : commits.get(commits.size() - 1);
    }

    /** The commit of a reference by its full name, or null when there is none. */
    @Nullable
    String resolve(String reference) {
        if (reference.startsWith("refs/heads/")) {
            return head(reference.substring("refs/heads/".length()));
        }
        if (reference.startsWith("refs/tags/")) {
            String name = reference.substring("refs/tags/".length());
            Tag tag = tags.get(name.endsWith("^{}") ? name.substring(0, name.length() - 3) : name);
            return tag == null ? null : tag.hash();
        }
        return otherReferences.get(reference);
    }

    /** Whether a clone of these branches holds a commit. */
    boolean holds(String hash, Set<String> cloned) {
        return cloned.stream()
                .anyMatch(branch -> branches.getOrDefault(branch, List.of()).contains(hash));
    }
}
