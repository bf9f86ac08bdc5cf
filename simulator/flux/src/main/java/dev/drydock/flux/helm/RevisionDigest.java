package dev.drydock.flux.helm;

import dev.drydock.helm.semver.InvalidVersionException;
import dev.drydock.helm.semver.Version;
import java.util.Optional;

/**
 * A chart of a source whose revision is a digest: the digest becomes part of the chart's version
 * (helmrelease_controller.go, mutateChartWithSourceRevision).
 *
 * @param version the version with the digest
 * @param digest the digest of the revision
 */
record RevisionDigest(String version, String digest) {

    private static final int SHORT = 12;

    /**
     * The version that a chart gets from the revision of its artifact.
     *
     * @throws HelmFailure in the controller's words
     */
    static RevisionDigest of(String chartVersion, String revision) {
        Version version =
                parse(chartVersion).orElseThrow(() -> new HelmFailure("invalid chart version " + chartVersion));
        String[] pair = revision.split("@", -1);
        String candidate = pair.length > 1 ? pair[0].replace('_', '+') : revision;
        Optional<Version> tag = parse(candidate);
        String digest = revision;
        if (tag.isPresent()) {
            if (pair.length != 2 || !isEqual(tag.get(), version)) {
                throw new HelmFailure("artifact revision " + pair[0] + " does not match chart version " + chartVersion);
            }
            digest = pair[1];
        }
        String prerelease = version.prerelease().isEmpty() ? "" : "-" + version.prerelease();
        return new RevisionDigest(
                version.major() + "." + version.minor() + "." + version.patch() + prerelease + "+" + hash(digest),
                digest);
    }

    private static boolean isEqual(Version one, Version other) {
        return one.compareTo(other) == 0;
    }

    private static String hash(String revision) {
        String[] parts = revision.split(":", -1);
        if (parts.length != 2 || parts[1].length() < SHORT) {
            throw new HelmFailure("invalid artifact revision " + revision);
        }
        return parts[1].substring(0, SHORT);
    }

    private static Optional<Version> parse(String text) {
        try {
            return Optional.of(Version.parse(text));
        } catch (InvalidVersionException e) {
            return Optional.empty();
        }
    }
}
