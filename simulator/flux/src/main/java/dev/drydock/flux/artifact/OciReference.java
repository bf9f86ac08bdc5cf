package dev.drydock.flux.artifact;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.cel.library.Patterns;
import dev.drydock.helm.semver.InvalidVersionException;
import dev.drydock.helm.semver.Version;
import dev.drydock.helm.semver.VersionRange;
import dev.drydock.yaml.Node;
import java.util.List;
import org.apiguardian.api.API;

/**
 * {@code spec.ref} of an OCIRepository, resolved against the tags of a registry (ocirepository_controller.go). Of several
 * fields the first of digest, semver and tag counts; without any it is the tag latest.
 *
 * @param repository the repository, {@code host/path}
 * @param identifier tag or digest
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OciReference(String repository, String identifier) {

    /** What a registry says, given the URL of the request, of a tag or digest that it does not have. */
    public static final String UNKNOWN_MANIFEST = "GET %s: MANIFEST_UNKNOWN: manifest unknown";

    private static final String HELM_CHART = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

    /**
     * The reference that a spec means.
     *
     * @param repository the repository as {@link OciRepositoryName} reads it
     * @param ref {@code spec.ref}, an empty map when absent
     * @param tags the tags of the repository, in the order of the registry
     * @param layerMediaType {@code spec.layerSelector.mediaType}, empty when absent; tags of charts write plus as underscore
     * @throws SourceException with the controller's words
     */
    public static OciReference resolve(
            OciRepositoryName repository, Node ref, List<String> tags, String layerMediaType) {
        String digest = ref.findText("digest");
        if (!digest.isEmpty()) {
            return new OciReference(repository.name(), digest);
        }
        String semver = ref.findText("semver");
        if (!semver.isEmpty()) {
            boolean chart = layerMediaType.equals(HELM_CHART);
            String filter = ref.findText("semverFilter");
            return new OciReference(repository.name(), bySemver(semver, filter, tags, chart));
        }
        String tag = ref.findText("tag");
        return new OciReference(repository.name(), tag.isEmpty() ? "latest" : tag);
    }

    private static String bySemver(String semver, String filter, List<String> tags, boolean chart) {
        List<String> filtered = tags;
        if (!filter.isEmpty()) {
            try {
                Pattern pattern = Patterns.compile(filter);
                filtered =
                        tags.stream().filter(tag -> pattern.matcher(tag).find()).toList();
            } catch (PatternSyntaxException e) {
                throw new SourceException(String.valueOf(e.getMessage()));
            }
        }
        VersionRange range;
        try {
            range = VersionRange.parse(semver);
        } catch (InvalidVersionException e) {
            throw new SourceException("semver '" + semver + "' parse error: " + e.getMessage());
        }
        List<Version> versions = range.select(filtered.stream()
                .map(tag -> chart ? tag.replace('_', '+') : tag)
                .toList());
        if (versions.isEmpty()) {
            throw new SourceException("no match found for semver: " + semver);
        }
        String newest = versions.get(0).original();
        return chart ? newest.replace('+', '_') : newest;
    }

    /** Whether the identifier is a digest. */
    public boolean isDigest() {
        return identifier.contains(":");
    }

    /**
     * The digest of a reference by digest.
     *
     * @throws SourceException when it is none
     */
    public String digest() {
        int colon = identifier.indexOf(':');
        String algorithm = colon < 0 ? "" : identifier.substring(0, colon);
        String digits = identifier.substring(colon + 1);
        if (colon <= 0 || digits.isEmpty()) {
            throw new SourceException("cannot parse hash: \"" + identifier + "\"");
        }
        String rest = digits.replaceFirst("^[0-9a-f]*", "");
        if (!rest.isEmpty()) {
            throw new SourceException("found non-hex character in hash: " + Character.toString(rest.codePointAt(0)));
        }
        if (!algorithm.equals("sha256")) {
            throw new SourceException("unsupported hash: \"" + algorithm + "\"");
        }
        if (digits.length() != 64) {
            throw new SourceException("wrong number of hex digits for " + algorithm + ": " + digits);
        }
        return identifier;
    }

    /** The revision of what is fetched: the digest, behind the tag if it was found by one. */
    public String revision(String digest) {
        return isDigest() ? digest : identifier + "@" + digest;
    }

    /** {@code repository:tag} or {@code repository@digest}. */
    @Override
    public String toString() {
        return repository + (isDigest() ? "@" : ":") + identifier;
    }
}
