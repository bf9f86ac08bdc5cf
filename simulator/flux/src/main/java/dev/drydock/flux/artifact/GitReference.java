package dev.drydock.flux.artifact;

import dev.drydock.helm.semver.InvalidVersionException;
import dev.drydock.helm.semver.Version;
import dev.drydock.helm.semver.VersionRange;
import dev.drydock.yaml.Node;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code spec.ref} of a GitRepository (pkg/git/gogit). Of several fields the first of commit, name, tag, semver and branch
 * counts; without any it is the branch master.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class GitReference {

    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    private final String branch;
    private final String tag;
    private final String semver;
    private final String name;
    private final String commit;

    /**
     * The commit that a reference means.
     *
     * @param hash its hash
     * @param reference the full reference by which it was found, {@code HEAD} for a bare commit
     * @param revision the revision string of the artifact
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Resolved(String hash, String reference, String revision) {}

    private GitReference(Node spec) {
        branch = spec.findText("branch");
        tag = spec.findText("tag");
        semver = spec.findText("semver");
        name = spec.findText("name");
        commit = spec.findText("commit");
    }

    /** The reference that {@code spec.ref} spells; an empty map when there is none. */
    public static GitReference of(Node spec) {
        return new GitReference(spec);
    }

    /**
     * Looks at what no server needs to be asked about.
     *
     * @throws SourceException with what is wrong with the name or with the range of versions that counts
     */
    public void check() {
        if (!commit.isEmpty()) {
            return;
        }
        if (name.startsWith("/") || name.endsWith("/")) {
            throw new SourceException("ref " + name + " is invalid; Git refs cannot begin or end with a slash '/'");
        }
        if (name.isEmpty() && tag.isEmpty() && !semver.isEmpty()) {
            range();
        }
    }

    private VersionRange range() {
        try {
            return VersionRange.parse(semver);
        } catch (InvalidVersionException e) {
            throw new SourceException("semver parse error: " + e.getMessage());
        }
    }

    /** Whether a branch is meant, and nothing narrower. */
    public boolean isBranch() {
        return commit.isEmpty() && name.isEmpty() && tag.isEmpty() && semver.isEmpty();
    }

    /**
     * Whether the remote is asked for its references before anything is cloned.
     *
     * @param stored whether there is an artifact that may be still the newest
     */
    public boolean listsFirst(boolean stored) {
        boolean byVersion = tag.isEmpty() && !semver.isEmpty();
        return commit.isEmpty() && (!name.isEmpty() || (stored && !byVersion));
    }

    /**
     * The commit in a repository.
     *
     * @param url URL for messages
     * @param remote what the server shows, or null when it has no such repository
     * @throws SourceException with the message of the FetchFailed condition
     */
    public Resolved resolve(String url, @Nullable GitRemote remote) {
        try {
            if (remote == null) {
                boolean lists = commit.isEmpty() && !name.isEmpty();
                throw new SourceException((lists ? "unable to list remote for '" : "unable to clone '") + url
                        + "': repository not found: ");
            }
            return locate(url, remote);
        } catch (SourceException e) {
            throw new SourceException("failed to checkout and determine revision: " + e.getMessage());
        }
    }

    private Resolved locate(String url, GitRemote remote) {
        if (!commit.isEmpty()) {
            return byCommit(url, remote);
        }
        if (!name.isEmpty()) {
            return byName(remote);
        }
        if (!tag.isEmpty()) {
            return byReference(url, remote, TAGS + tag);
        }
        if (!semver.isEmpty()) {
            return byVersion(remote);
        }
        return byReference(url, remote, HEADS + (branch.isEmpty() ? "master" : branch));
    }

    private Resolved byReference(String url, GitRemote remote, String reference) {
        String hash = remote.resolve(reference);
        if (hash == null) {
            throw new SourceException("unable to clone '" + url + "': couldn't find remote ref \"" + reference + "\"");
        }
        return resolved(hash, reference);
    }

    private Resolved byCommit(String url, GitRemote remote) {
        if (!branch.isEmpty()) {
            byReference(url, remote, HEADS + branch);
        }
        Set<String> cloned = branch.isEmpty() ? remote.branches().keySet() : Set.of(branch);
        checkHeld(remote, commit, cloned);
        String found = !name.isEmpty() ? name : branch.isEmpty() ? "HEAD" : HEADS + branch;
        return resolved(commit, found);
    }

    private static void checkHeld(GitRemote remote, String hash, Set<String> cloned) {
        if (!remote.holds(hash, cloned)) {
            throw new SourceException("unable to resolve commit object for '" + hash + "': object not found");
        }
    }

    private Resolved byName(GitRemote remote) {
        check();
        String hash = remote.resolve(name);
        if (hash == null) {
            throw new SourceException("unable to resolve ref '" + name + "' to a specific commit");
        }
        if (!name.startsWith(HEADS) && !name.startsWith(TAGS)) {
            checkHeld(remote, hash, remote.branches().keySet());
        }
        return resolved(hash, name);
    }

    /** The newest version in the range; of versions that differ in build metadata alone, the one committed last. */
    private Resolved byVersion(GitRemote remote) {
        VersionRange range = range();
        Comparator<Version> order =
                Comparator.<Version>naturalOrder().thenComparing(version -> committed(remote, version));
        Optional<Version> newest = remote.tags().keySet().stream()
                .map(Version::parseComplete)
                .flatMap(Optional::stream)
                .filter(range::contains)
                .max(order);
        if (newest.isEmpty()) {
            throw new SourceException("no match found for semver: " + semver);
        }
        String reference = TAGS + newest.get().original();
        String hash = remote.resolve(reference);
        return resolved(hash == null ? "" : hash, reference);
    }

    private static Instant committed(GitRemote remote, Version version) {
        GitRemote.Tag found = remote.tags().get(version.original());
        return found == null ? Instant.MIN : found.committed();
    }

    private Resolved resolved(String hash, String reference) {
        String revision =
                name.isEmpty() ? Revision.ofCommit(hash, reference) : Revision.ofCommitAbsolute(hash, reference);
        return new Resolved(hash, reference, revision);
    }

    /** The fields that are set, for a person. */
    @Override
    public String toString() {
        return String.join(" ", List.of(commit, name, tag, semver, branch)).strip();
    }
}
