package dev.drydock.flux.artifact;

import dev.drydock.helm.semver.InvalidVersionException;
import dev.drydock.helm.semver.Version;
import dev.drydock.helm.semver.VersionRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Which version of a chart {@code spec.version} means (source-controller, internal/helm). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HelmVersions {

    private HelmVersions() {}

    /**
     * A version in an index.
     *
     * @param version version as the index spells it
     * @param created when it was made, {@link Instant#MIN} when the index does not say
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Entry(String version, Instant created) {}

    /**
     * The version from the index of a Helm repository.
     *
     * @param entries the versions of the chart, or null when the index does not have it
     * @throws SourceException with the controller's words
     */
    public static String fromIndex(String chart, @Nullable List<Entry> entries, String version) {
        if (entries == null) {
            throw new SourceException("no chart name found");
        }
        if (entries.isEmpty()) {
            throw new SourceException("no chart version found");
        }
        if (!version.isEmpty()
                && entries.stream().anyMatch(entry -> entry.version().equals(version))) {
            return version;
        }
        VersionRange range = range(version);
        List<Candidate> candidates = new ArrayList<>();
        for (Entry entry : entries) {
            Version.parseComplete(entry.version())
                    .filter(range::contains)
                    .ifPresent(v -> candidates.add(new Candidate(v, entry.created())));
        }
        if (candidates.isEmpty()) {
            throw new SourceException("no '" + chart + "' chart with version matching '" + version + "' found");
        }
        return newestFirst(candidates).get(0).version.original();
    }

    /**
     * The version from the tags of a chart in an OCI registry; tags of equal versions keep their order.
     *
     * @throws SourceException with the controller's words
     */
    public static String fromTags(List<String> tags, String version) {
        if (!version.isEmpty() && tags.contains(version)) {
            return version;
        }
        List<Version> versions = range(version).select(tags);
        if (versions.isEmpty()) {
            throw new SourceException("could not locate a version matching provided version string " + version);
        }
        return versions.get(0).original();
    }

    /**
     * Checks the name of a chart in a repository.
     *
     * @throws SourceException with the controller's words
     */
    public static void checkChartName(String name) {
        if (name.isEmpty()) {
            throw new SourceException("no name set for remote chart reference");
        }
        if (!isChartName(name)) {
            throw new SourceException("invalid chart name '" + name + "': a valid name must be lower case letters and"
                    + " numbers and MAY be separated with dashes (-), slashes (/) or periods (.)");
        }
    }

    private static boolean isChartName(String name) {
        return name.chars()
                        .allMatch(c ->
                                c == '-' || c == '/' || c == '.' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                && separated(name);
    }

    /** Each run of letters, digits and dashes is followed by at most one slash and then at most one period. */
    private static boolean separated(String name) {
        int i = 0;
        while (i < name.length()) {
            int start = i;
            while (i < name.length() && name.charAt(i) != '/' && name.charAt(i) != '.') {
                i++;
            }
            if (i == start) {
                return false;
            }
            i += i < name.length() && name.charAt(i) == '/' ? 1 : 0;
            i += i < name.length() && name.charAt(i) == '.' ? 1 : 0;
        }
        return true;
    }

    private static VersionRange range(String version) {
        if (version.isEmpty() || version.equals("*")) {
            return VersionRange.ANY;
        }
        try {
            return VersionRange.parse(version);
        } catch (InvalidVersionException e) {
            throw new SourceException(String.valueOf(e.getMessage()));
        }
    }

    private record Candidate(Version version, Instant created) {

        boolean before(Candidate other) {
            int order = version.compareTo(other.version);
            return order != 0 ? order < 0 : created.isBefore(other.created);
        }
    }

    /**
     * The order of upstream's insertion sort, whose comparison also holds for equal versions: of those that are equal and
     * equally old the last of the index comes first.
     */
    private static List<Candidate> newestFirst(List<Candidate> candidates) {
        List<Candidate> sorted = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int at = sorted.size();
            while (at > 0 && !candidate.before(sorted.get(at - 1))) {
                at--;
            }
            sorted.add(at, candidate);
        }
        return sorted;
    }
}
