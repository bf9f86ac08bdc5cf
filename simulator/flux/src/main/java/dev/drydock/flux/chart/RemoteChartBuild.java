package dev.drydock.flux.chart;

import dev.drydock.flux.repository.Content;
import dev.drydock.yaml.YamlWriter;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A chart as a repository serves it (source-controller internal/helm/chart/builder_remote.go). */
public final class RemoteChartBuild {

    private RemoteChartBuild() {}

    /**
     * Builds the version of a chart that was found in a repository.
     *
     * @param download fetches it; not called when the chart in storage is the wanted one
     * @throws BuildException in the controller's words
     */
    public static ChartBuild build(String name, String found, ChartOptions options, Supplier<Content> download) {
        String version = ChartMetadata.withBuildMetadata(found, options.versionMetadata());
        boolean packages =
                !options.mergedFiles().isEmpty() || !options.versionMetadata().isEmpty();
        @Nullable ChartBuild reused = options.reused(name, version, packages);
        if (reused != null) {
            return reused;
        }
        Content chart = ChartTree.atRoot(download.get());
        if (!packages) {
            validate(chart);
            return new ChartBuild(name, version, chart, List.of(), 0, false);
        }
        ValuesFiles merged = ValuesFiles.ofChart(chart, options);
        return new ChartBuild(name, version, overwritten(withVersion(chart, version), merged), merged.used(), 0, true);
    }

    private static void validate(Content chart) {
        try {
            ChartMetadata.of(chart).validate();
        } catch (ChartMetadata.InvalidChartException e) {
            throw new BuildException(
                    BuildException.Reason.PULL, "failed to validate metadata of written chart: " + e.getMessage());
        }
    }

    /** The chart with another version. */
    static Content withVersion(Content chart, String version) {
        ChartMetadata metadata = ChartMetadata.of(chart);
        return version.equals(metadata.version())
                ? chart
                : ChartTree.with(
                        chart,
                        ChartTree.CHART_FILE,
                        YamlWriter.write(metadata.object().with("version", version)));
    }

    /** The chart with other default values. */
    static Content overwritten(Content chart, ValuesFiles merged) {
        if (ChartTree.file(chart, "values.yaml") == null) {
            throw new BuildException(BuildException.Reason.VALUES_FILES, "failed to locate values file: values.yaml");
        }
        String text = merged.values().isEmpty() ? "" : YamlWriter.write(merged.values());
        return ChartTree.with(chart, "values.yaml", text);
    }
}
