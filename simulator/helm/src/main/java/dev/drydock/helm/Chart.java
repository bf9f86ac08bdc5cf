package dev.drydock.helm;

import dev.drydock.helm.chart.ChartArchive;
import dev.drydock.helm.chart.ChartLoader;
import dev.drydock.helm.chart.LoadedChart;
import dev.drydock.yaml.MapNode;
import java.util.Map;
import org.apiguardian.api.API;

/** A chart as Helm loads it from a package. Immutable: each rendering works on a copy. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Chart {

    private final LoadedChart loaded;

    private Chart(LoadedChart loaded) {
        this.loaded = loaded;
    }

    /**
     * Loads a chart.
     *
     * @param files what the chart's package holds: path relative to the chart ({@code Chart.yaml},
     *     {@code templates/a.yaml}, {@code charts/child/Chart.yaml}, {@code charts/child-1.0.0.tgz}) to content
     * @throws HelmException with Helm's words when the files are no chart
     */
    public static Chart load(Map<String, byte[]> files) {
        return new Chart(ChartLoader.load(files));
    }

    /**
     * Loads a chart from its package, a compressed archive.
     *
     * @throws HelmException with Helm's words when the archive holds no chart
     */
    public static Chart unpack(byte[] archive) {
        return load(ChartArchive.unpack(archive));
    }

    /**
     * What a package holds, by paths relative to the chart.
     *
     * @throws HelmException with Helm's words when the archive holds no chart
     */
    public static Map<String, byte[]> files(byte[] archive) {
        return ChartArchive.unpack(archive);
    }

    /**
     * Packages a folder and loads the package, as source-controller and helm-controller do between them: the
     * {@code .helmignore} rules apply.
     *
     * @throws HelmException with Helm's words
     */
    public static Chart pack(Map<String, byte[]> folder) {
        return new Chart(ChartLoader.loadFolder(folder));
    }

    /** The parsed {@code Chart.yaml}. */
    public MapNode metadata() {
        return loaded.metadata().document();
    }

    /** {@code name} of the metadata. */
    public String name() {
        return loaded.name();
    }

    /** {@code version} of the metadata. */
    public String version() {
        return metadata().findText("version");
    }

    /** {@code appVersion} of the metadata, empty when there is none. */
    public String appVersion() {
        return metadata().findText("appVersion");
    }

    /**
     * What Helm says about dependencies that {@code Chart.yaml} lists and {@code charts/} lacks, empty when none is
     * missing. Flux renders such a chart all the same.
     */
    public String missingDependencies() {
        String names = String.join(", ", loaded.missing());
        return names.isEmpty() ? "" : "found in Chart.yaml, but missing in charts/ directory: " + names;
    }

    LoadedChart loaded() {
        return loaded;
    }
}
