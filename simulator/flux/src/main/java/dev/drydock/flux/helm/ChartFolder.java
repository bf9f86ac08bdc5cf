package dev.drydock.flux.helm;

import dev.drydock.flux.chart.ChartMetadata;
import dev.drydock.flux.chart.ChartTree;
import dev.drydock.flux.helm.ChartEngine.DefinitionFile;
import dev.drydock.flux.repository.Content;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import dev.drydock.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/** What the files of a chart say without rendering. */
final class ChartFolder {

    private ChartFolder() {}

    /** The default values; empty when there are none that can be read. */
    static MapNode values(Content chart) {
        Content.File file = ChartTree.file(chart, "values.yaml");
        if (file == null) {
            return MapNode.EMPTY;
        }
        try {
            Node values = YamlReader.read(file.text(), "values.yaml", YamlMode.KUBERNETES);
            return values instanceof MapNode map ? map : MapNode.EMPTY;
        } catch (YamlException e) {
            return MapNode.EMPTY;
        }
    }

    /** The manifests of the folder {@code crds}, then those of charts below. */
    static List<DefinitionFile> definitions(Content chart) {
        List<DefinitionFile> definitions = new ArrayList<>();
        chart.files().forEach((path, entry) -> {
            if (path.matches("crds/.*\\.(?i:yaml|yml|json)") && entry instanceof Content.File file && !file.binary()) {
                definitions.add(new DefinitionFile(path, file.text()));
            }
        });
        chart.files().keySet().stream()
                .filter(path -> path.matches("charts/[^/]+/Chart\\.yaml"))
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .forEach(folder -> definitions.addAll(definitions(ChartTree.below(chart, folder))));
        return definitions;
    }

    /** The chart with another version. */
    static Content withVersion(Content chart, String version) {
        MapNode metadata = ChartMetadata.of(chart).object().with("version", version);
        return ChartTree.with(chart, ChartTree.CHART_FILE, YamlWriter.write(metadata));
    }
}
