package dev.drydock.flux.chart;

import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.SecurePath;
import dev.drydock.helm.semver.InvalidVersionException;
import dev.drydock.helm.semver.Version;
import dev.drydock.helm.semver.VersionRange;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Adds the charts that a chart names and does not bring (internal/helm/chart/dependency_manager.go). */
final class ChartDependencies {

    private final Content source;
    private final String path;
    private final LocalChartBuild.RemoteDependencies remote;
    private int added;

    ChartDependencies(Content source, String path, LocalChartBuild.RemoteDependencies remote) {
        this.source = source;
        this.path = path;
        this.remote = remote;
    }

    /** How many were added. */
    int added() {
        return added;
    }

    /** The chart with what it lacks; a lock file says what that is rather than {@code Chart.yaml}. */
    Content add(Content chart, ChartMetadata metadata) {
        ListNode wanted = locked(chart, metadata);
        Content result = chart;
        Set<String> present = present(chart);
        if (present.size() == wanted.size()) {
            return chart;
        }
        Map<String, Node> missing = new TreeMap<>();
        for (Node dependency : wanted) {
            String alias = dependency.findText("alias");
            String key = alias.isEmpty() ? dependency.findText("name") : alias;
            if (!present.contains(key)) {
                missing.put(key, dependency);
            }
        }
        for (Map.Entry<String, Node> entry : missing.entrySet()) {
            Node dependency = entry.getValue();
            String repository = dependency.findText("repository");
            boolean isLocal = repository.isEmpty() || repository.startsWith("file://");
            Content found;
            try {
                found = isLocal ? local(dependency, repository) : remote(dependency, repository);
            } catch (ChartMetadata.InvalidChartException e) {
                throw new BuildException(
                        BuildException.Reason.DEPENDENCY,
                        "failed to add " + (isLocal ? "local" : "remote") + " dependency '" + entry.getKey() + "': "
                                + e.getMessage());
            }
            result = ChartTree.with(result, "charts/" + entry.getKey(), named(found, dependency.findText("alias")));
            added++;
        }
        return result;
    }

    private static ListNode locked(Content chart, ChartMetadata metadata) {
        try {
            return metadata.lockedDependencies(chart);
        } catch (ChartMetadata.InvalidChartException e) {
            throw new BuildException(BuildException.Reason.PACKAGE, String.valueOf(e.getMessage()));
        }
    }

    /** Names of the charts below a chart. */
    private static Set<String> present(Content chart) {
        Set<String> names = new HashSet<>();
        for (String file : chart.files().keySet()) {
            if (file.matches("charts/[^/]+/Chart\\.yaml")) {
                names.add(ChartMetadata.of(ChartTree.below(chart, file.substring(0, file.lastIndexOf('/'))))
                        .name());
            } else if (file.matches("charts/[^/]+-[0-9][^/]*\\.tgz")) {
                names.add(file.replaceFirst("^charts/(.*?)-[0-9]+\\.[0-9].*$", "$1"));
            }
        }
        return names;
    }

    private Content local(Node dependency, String repository) {
        String relative = repository.isEmpty()
                ? "charts/" + dependency.findText("name")
                : repository.substring("file://".length());
        String folder = SecurePath.of(path + "/" + relative);
        Content chart = ChartTree.below(source, folder);
        if (chart.files().isEmpty()) {
            throw new ChartMetadata.InvalidChartException(
                    "no chart found at '/" + folder + "' (reference '" + repository + "')");
        }
        String wanted = dependency.findText("version");
        VersionRange range;
        try {
            range = VersionRange.parse(wanted);
        } catch (InvalidVersionException e) {
            throw new ChartMetadata.InvalidChartException(
                    "invalid version/constraint format '" + wanted + "': " + e.getMessage());
        }
        if (ChartTree.file(chart, ChartTree.CHART_FILE) == null) {
            throw new ChartMetadata.InvalidChartException("failed to load chart from '/" + folder + "' (reference '"
                    + repository + "'): Chart.yaml file is missing");
        }
        if (!range.contains(Version.parse(ChartMetadata.of(chart).version()))) {
            throw new ChartMetadata.InvalidChartException("can't get a valid version for constraint '" + wanted + "'");
        }
        return chart;
    }

    private Content remote(Node dependency, String repository) {
        if (repository.startsWith("@")) {
            throw new ChartMetadata.InvalidChartException(
                    "aliased repository dependency is not supported: " + repository);
        }
        if (!repository.matches("(https?|oci)://.*")) {
            throw new ChartMetadata.InvalidChartException("invalid dependency repository URL: " + repository);
        }
        return ChartTree.atRoot(remote.fetch(repository, dependency.findText("name"), dependency.findText("version")));
    }

    private static Content named(Content chart, String alias) {
        return alias.isEmpty()
                ? chart
                : ChartTree.with(
                        chart,
                        ChartTree.CHART_FILE,
                        YamlWriter.write(ChartMetadata.of(chart).object().with("name", alias)));
    }
}
