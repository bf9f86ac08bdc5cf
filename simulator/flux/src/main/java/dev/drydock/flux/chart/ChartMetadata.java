package dev.drydock.flux.chart;

import dev.drydock.flux.repository.Content;
import dev.drydock.helm.semver.InvalidVersionException;
import dev.drydock.helm.semver.Version;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Chart.yaml} says (source-controller internal/helm/chart/metadata.go; helm pkg/chart/v2/metadata.go).
 *
 * @param object the file
 */
public record ChartMetadata(MapNode object) {

    private static final String REQUIREMENTS = "requirements.yaml";

    /** The files are read in this order, and the last one counts. */
    private static final List<String> LOCKS = List.of("Chart.lock", "requirements.lock");

    /** A chart that cannot be loaded; the message is the cause alone. */
    public static final class InvalidChartException extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** An error in the controller's words. */
        public InvalidChartException(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Reads the metadata of a chart folder with {@code Chart.yaml} at its root.
     *
     * @throws InvalidChartException when the file is no map
     */
    public static ChartMetadata of(Content chart) {
        MapNode object = read(chart, ChartTree.CHART_FILE);
        if (object.findText("apiVersion").isEmpty()) {
            object = object.with("apiVersion", "v1");
        }
        Node required = read(chart, REQUIREMENTS).get("dependencies");
        object = required == null ? object : object.with("dependencies", required);
        return new ChartMetadata(object);
    }

    /**
     * The dependencies of a chart folder as they are to be had: those of its lock file where there is one.
     *
     * @throws InvalidChartException when the lock file is no map
     */
    ListNode lockedDependencies(Content chart) {
        @Nullable ListNode locked = null;
        for (String lock : LOCKS) {
            if (ChartTree.file(chart, lock) != null) {
                locked = read(chart, lock).findList("dependencies");
            }
        }
        return locked == null ? dependencies() : locked;
    }

    private static MapNode read(Content chart, String path) {
        Content.File content = ChartTree.file(chart, path);
        if (content == null) {
            return MapNode.EMPTY;
        }
        // The controller reads the metadata, and Helm the lock.
        String file = LOCKS.contains(path) ? path : "'" + path + "'";
        try {
            Node node = YamlReader.read(content.text(), path, YamlMode.KUBERNETES);
            if (node instanceof MapNode map) {
                return map;
            }
            if (node instanceof ScalarNode scalar && scalar.value() == null) {
                return MapNode.EMPTY;
            }
            throw new InvalidChartException("cannot load " + file
                    + ": error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
                    + (node instanceof ListNode ? "array" : "string") + " into Go value of type v2."
                    + (LOCKS.contains(path) ? "Lock" : "Metadata"));
        } catch (YamlException e) {
            throw new InvalidChartException("cannot load " + file + ": error converting YAML to JSON: " + e.upstream());
        }
    }

    /** Name of the chart. */
    public String name() {
        return object.findText("name");
    }

    /** Its version. */
    public String version() {
        return object.findText("version");
    }

    /** The charts that it depends on. */
    public ListNode dependencies() {
        return object.findList("dependencies");
    }

    /**
     * Checks what every chart must have.
     *
     * @throws InvalidChartException in Helm's words
     */
    public void validate() {
        String name = name();
        if (name.isEmpty()) {
            throw invalid("chart.metadata.name is required");
        }
        if (name.contains("/") || name.equals(".")) {
            throw invalid("chart.metadata.name \"" + name + "\" is invalid");
        }
        if (version().isEmpty()) {
            throw invalid("chart.metadata.version is required");
        }
        try {
            Version.parse(version());
        } catch (InvalidVersionException e) {
            throw invalid("chart.metadata.version \"" + version() + "\" is invalid");
        }
        String type = object.findText("type");
        if (!type.isEmpty() && !type.equals("application") && !type.equals("library")) {
            throw invalid("chart.metadata.type must be application or library");
        }
        Set<String> seen = new HashSet<>();
        for (Node dependency : dependencies()) {
            String alias = dependency.findText("alias");
            String key = alias.isEmpty() ? dependency.findText("name") : alias;
            if (!seen.add(key)) {
                throw invalid("more than one dependency with name or alias \"" + key + "\"");
            }
        }
    }

    private static InvalidChartException invalid(String message) {
        return new InvalidChartException("validation: " + message);
    }

    /**
     * A version with build metadata.
     *
     * @throws BuildException when it is none, or the metadata is none
     */
    static String withBuildMetadata(String version, String metadata) {
        if (metadata.isEmpty()) {
            return version;
        }
        Version parsed;
        try {
            parsed = Version.parse(version);
        } catch (InvalidVersionException e) {
            throw new BuildException(
                    BuildException.Reason.METADATA,
                    "failed to parse version from chart metadata as SemVer: " + e.getMessage());
        }
        if (!metadata.matches("[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*")) {
            throw new BuildException(
                    BuildException.Reason.METADATA,
                    "failed to set SemVer metadata on chart version: invalid metadata string");
        }
        String prerelease = parsed.prerelease().isEmpty() ? "" : "-" + parsed.prerelease();
        return Long.toUnsignedString(parsed.major()) + "." + Long.toUnsignedString(parsed.minor()) + "."
                + Long.toUnsignedString(parsed.patch()) + prerelease + "+" + metadata;
    }
}
