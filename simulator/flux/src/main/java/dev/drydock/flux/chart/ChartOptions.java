package dev.drydock.flux.chart;

import dev.drydock.flux.repository.SecurePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a build (source-controller internal/helm/chart/builder.go, BuildOptions).
 *
 * @param versionMetadata build metadata that the version gets, empty for none
 * @param valuesFiles files whose merged content becomes the default values
 * @param ignoreMissingValuesFiles whether files that are not there are passed over
 * @param cached name and version of the chart in storage, null when there is none
 * @param force whether the chart in storage does not count
 */
public record ChartOptions(
        String versionMetadata,
        List<String> valuesFiles,
        boolean ignoreMissingValuesFiles,
        @Nullable Cached cached,
        boolean force) {

    /**
     * The chart in storage.
     *
     * @param valuesFiles the files that were merged into it, null when that was not recorded
     */
    public record Cached(
            String name, String version, @Nullable List<String> valuesFiles) {}

    /** Options with a copy of the list. */
    public ChartOptions {
        valuesFiles = List.copyOf(valuesFiles);
    }

    /** The files to merge; the chart's own values alone are nothing to merge. */
    public List<String> mergedFiles() {
        return valuesFiles.size() == 1 && SecurePath.of(valuesFiles.get(0)).equals("values.yaml")
                ? List.of()
                : valuesFiles;
    }

    /** The build in storage, when it is the wanted one already. */
    @Nullable
    ChartBuild reused(String name, String version, boolean packages) {
        if (cached == null || force || !cached.name.equals(name) || !cached.version.equals(version)) {
            return null;
        }
        List<String> files = cached.valuesFiles == null ? mergedFiles() : cached.valuesFiles;
        return new ChartBuild(name, version, null, files, 0, packages);
    }
}
