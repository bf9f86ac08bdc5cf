package dev.drydock.flux.source;

import dev.drydock.flux.repository.Content;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;

/** What the index of a Helm repository says about its charts. */
final class HelmIndex {

    private HelmIndex() {}

    /** {@code Chart.yaml} of a chart folder; an empty map when there is none that can be read. */
    static MapNode metadata(Content chart) {
        for (var entry : chart.files().entrySet()) {
            boolean named =
                    entry.getKey().equals("Chart.yaml") || entry.getKey().matches("[^/]+/Chart\\.yaml");
            if (named && entry.getValue() instanceof Content.File file) {
                try {
                    Node node = YamlReader.readAll(file.text(), entry.getKey(), YamlMode.KUBERNETES)
                            .get(0);
                    return node instanceof MapNode map ? map : MapNode.EMPTY;
                } catch (YamlException | IndexOutOfBoundsException e) {
                    return MapNode.EMPTY;
                }
            }
        }
        return MapNode.EMPTY;
    }
}
