package dev.drydock.flux.chart;

import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.SecurePath;
import dev.drydock.kubernetes.NotModelledException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chart from a folder of a source (source-controller internal/helm/chart/builder_local.go). */
public final class LocalChartBuild {

    private final Content source;
    private final String workDir;
    private final RemoteDependencies remote;

    /** Fetches charts that others depend on. */
    @FunctionalInterface
    public interface RemoteDependencies {
        /**
         * A chart of a repository.
         *
         * @throws ChartMetadata.InvalidChartException in the controller's words
         */
        Content fetch(String repository, String name, String version);
    }

    /**
     * Builds from a source.
     *
     * @param source its files
     * @param workDir the folder in which the controller has them, as its errors name it
     * @param remote fetches charts from repositories
     */
    public LocalChartBuild(Content source, String workDir, RemoteDependencies remote) {
        this.source = source;
        this.workDir = workDir;
        this.remote = remote;
    }

    /**
     * Builds the chart at a path.
     *
     * @throws BuildException in the controller's words
     */
    public ChartBuild build(String reference, ChartOptions options) {
        if (reference.startsWith("/")) {
            throw invalid("local chart reference path is expected to be relative");
        }
        String path = SecurePath.of(reference);
        if (ChartTree.file(source, path) != null) {
            throw new NotModelledException("packaged charts in a source");
        }
        Content chart = ChartTree.below(source, path);
        String folder = path.isEmpty() ? workDir : workDir + "/" + path;
        if (chart.files().isEmpty()) {
            throw invalid("stat " + folder + ": no such file or directory");
        }
        if (ChartTree.file(chart, ChartTree.CHART_FILE) == null) {
            throw invalid("open " + folder + "/Chart.yaml: no such file or directory");
        }
        ChartMetadata metadata;
        try {
            metadata = ChartMetadata.of(chart);
            metadata.validate();
        } catch (ChartMetadata.InvalidChartException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
        String version = ChartMetadata.withBuildMetadata(metadata.version(), options.versionMetadata());
        @Nullable ChartBuild reused = options.reused(metadata.name(), version, true);
        if (reused != null) {
            return reused;
        }
        ValuesFiles merged = options.mergedFiles().isEmpty() ? null : ValuesFiles.ofSource(source, options);
        Content built = RemoteChartBuild.withVersion(chart, version);
        List<String> used = List.of();
        if (merged != null) {
            built = RemoteChartBuild.overwritten(built, merged);
            used = merged.used();
        }
        ChartDependencies dependencies = new ChartDependencies(source, path, remote);
        built = dependencies.add(built, metadata);
        return new ChartBuild(metadata.name(), version, built, used, dependencies.added(), true);
    }

    private static BuildException invalid(String cause) {
        return new BuildException(BuildException.Reason.REFERENCE, cause);
    }
}
