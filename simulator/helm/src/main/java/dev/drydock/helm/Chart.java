package dev.drydock.helm;

import dev.drydock.yaml.MapNode;
import java.util.Map;
import org.apiguardian.api.API;

/** A chart as Helm loads it from a package. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Chart {

    private final MapNode metadata;

    private Chart(MapNode metadata) {
        this.metadata = metadata;
    }

    /**
     * Loads a chart.
     *
     * @param files what the chart's folder or package holds: path relative to the chart ({@code Chart.yaml},
     *     {@code templates/a.yaml}, {@code charts/child/Chart.yaml}, {@code charts/child-1.0.0.tgz}) to content
     * @throws HelmException with Helm's words when the files are no chart
     */
    public static Chart load(Map<String, byte[]> files) {
        throw new NotModelledException("loading of Helm charts");
    }

    /**
     * Packages a folder and loads the package, as source-controller and helm-controller do between them: the
     * {@code .helmignore} rules apply and the metadata must be valid.
     *
     * @throws HelmException with Helm's words; {@code load: package: } is not part of them
     */
    public static Chart pack(Map<String, byte[]> folder) {
        return load(folder);
    }

    /** The parsed {@code Chart.yaml}. */
    public MapNode metadata() {
        return metadata;
    }

    /** {@code name} of the metadata. */
    public String name() {
        return metadata.findText("name");
    }

    /** {@code version} of the metadata. */
    public String version() {
        return metadata.findText("version");
    }

    /** {@code appVersion} of the metadata, empty when there is none. */
    public String appVersion() {
        return metadata.findText("appVersion");
    }
}
