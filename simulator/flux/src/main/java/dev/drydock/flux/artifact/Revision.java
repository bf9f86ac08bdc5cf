package dev.drydock.flux.artifact;

import org.apiguardian.api.API;

/** Revision strings of artifacts, {@code pointer@algorithm:hash}, and the older form {@code pointer/hash} (pkg/git). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Revision {

    private static final int SHA1_DIGITS = 40;

    private Revision() {}

    /** Whether a revision is that of an artifact: letter by letter, so that an older form of it is another one. */
    public static boolean isSame(String artifact, String revision) {
        return artifact.equals(revision);
    }

    /** The branch, tag or reference in front of the hash; empty for none. */
    public static String namedPointer(String revision) {
        int at = revision.lastIndexOf('@');
        if (at >= 0) {
            return revision.substring(0, at);
        }
        int slash = revision.lastIndexOf('/');
        String before = slash < 0 ? "" : revision.substring(0, slash);
        return before.equals("HEAD") ? "" : before;
    }

    /** The hash at the end. */
    public static String hash(String revision) {
        int colon = revision.lastIndexOf(':');
        return colon >= 0 ? revision.substring(colon + 1) : revision.substring(revision.lastIndexOf('/') + 1);
    }

    /** The algorithm, told by the length of the hash alone. */
    public static String algorithm(String hash) {
        return hash.length() == SHA1_DIGITS ? "sha1" : "<unknown>";
    }

    /** {@code algorithm:hash}, empty for an empty hash. */
    public static String digest(String hash) {
        return hash.isEmpty() ? "" : algorithm(hash) + ":" + hash;
    }

    /** The revision in its newer form. */
    public static String transformed(String revision) {
        if (revision.isEmpty() || revision.indexOf(':') >= 0) {
            return revision;
        }
        String pointer = namedPointer(revision);
        return (pointer.isEmpty() ? "" : pointer + "@") + digest(hash(revision));
    }

    /** The digest as an OCIRepository takes it: everything behind the last at sign. */
    public static String ociDigest(String revision) {
        return revision.substring(revision.lastIndexOf('@') + 1);
    }

    /** Revision of a commit by the last part of its reference, as for branches and tags. */
    public static String ofCommit(String hash, String reference) {
        String[] parts = reference.split("/", 3);
        return (parts.length == 3 ? parts[2] + "@" : "") + digest(hash);
    }

    /** Revision of a commit by its whole reference, as for {@code spec.ref.name}. */
    public static String ofCommitAbsolute(String hash, String reference) {
        return (reference.isEmpty() ? "" : reference + "@") + digest(hash);
    }
}
