package dev.drydock.flux.source;

import dev.drydock.flux.artifact.HelmVersions;
import dev.drydock.flux.repository.ChartFolder;
import dev.drydock.flux.repository.Content;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the index of a Helm repository says about its charts. */
public final class HelmIndex {

    /** The file of the artifact of a HelmRepository. */
    static final String FILE = "index.yaml";

    private HelmIndex() {}

    /** The index of charts, in their order; of charts with one name and version the last one counts. */
    public static String write(List<Content> charts) {
        MapNode entries = MapNode.EMPTY;
        for (Content chart : charts) {
            MapNode metadata = metadata(chart);
            String name = metadata.findText("name");
            if (!name.isEmpty() && !metadata.findText("version").isEmpty()) {
                MapNode entry = metadata.with("digest", chart.digest());
                List<Node> others = entries.findList(name).stream()
                        .filter(other -> !other.findText("version").equals(metadata.findText("version")))
                        .toList();
                entries = entries.with(name, ListNode.of(others).plus(entry));
            }
        }
        return JsonWriter.compact(MapNode.of("apiVersion", "v1", "entries", entries));
    }

    /** The versions of a chart in an index; null when it does not have the chart. */
    static @Nullable List<HelmVersions.Entry> versions(Content index, String chart) {
        if (!(index.files().get(FILE) instanceof Content.File file)) {
            return null;
        }
        Node found = JsonReader.read(file.text(), FILE).find("entries", chart);
        return found instanceof ListNode list
                ? list.stream()
                        .map(entry -> new HelmVersions.Entry(entry.findText("version"), Instant.MIN))
                        .toList()
                : null;
    }

    /** {@code Chart.yaml} of a chart folder; an empty map when there is none that can be read. */
    static MapNode metadata(Content chart) {
        return ChartFolder.metadata(chart);
    }
}
