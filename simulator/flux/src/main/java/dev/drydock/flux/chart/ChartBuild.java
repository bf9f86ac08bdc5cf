package dev.drydock.flux.chart;

import dev.drydock.flux.repository.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart that was built, or found as built before.
 *
 * @param name its name
 * @param version its version, with the metadata that was asked for
 * @param files the chart with {@code Chart.yaml} at its root; null when the artifact in storage still holds
 * @param valuesFiles the files that were merged to its default values
 * @param dependencies how many charts that it depends on were added
 * @param packaged whether it was packaged, rather than taken as it is
 */
public record ChartBuild(
        String name,
        String version,
        @Nullable Content files,
        List<String> valuesFiles,
        int dependencies,
        boolean packaged) {

    /** A build with a copy of the list. */
    public ChartBuild {
        valuesFiles = List.copyOf(valuesFiles);
    }

    /** What was done, as conditions and events say it. */
    public String summary() {
        String text = (packaged ? "packaged" : "pulled") + " '" + name + "' chart with version '" + version + "'";
        return valuesFiles.isEmpty() ? text : text + " and merged values files [" + String.join(" ", valuesFiles) + "]";
    }

    /** The reason of the success. */
    public String reason() {
        return packaged ? "ChartPackageSucceeded" : "ChartPullSucceeded";
    }
}
