package dev.drydock.flux.source;

import dev.drydock.flux.artifact.HelmVersions;
import dev.drydock.flux.repository.ChartFolder;
import dev.drydock.flux.repository.Content;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the index of a Helm repository says about its charts. */
public final class HelmIndex {

    /** The file of the artifact of a HelmRepository. */
    static final String FILE = "index.yaml";

    private static final String WRITTEN = "2026-01-01T00:00:00Z";
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private HelmIndex() {}

    /** The index of charts as an artifact holds it: JSON as Go indents it, with its escapes. */
    static String write(List<Content> charts) {
        return JsonWriter.pretty(index(charts))
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
    }

    /** The index of charts as the repository serves it. */
    public static String served(List<Content> charts) {
        return YamlWriter.write(index(charts)).replace('"' + WRITTEN + '"', "'" + WRITTEN + "'");
    }

    /** The charts in their order; of charts with one name and version the last one counts. */
    private static MapNode index(List<Content> charts) {
        MapNode entries = MapNode.EMPTY;
        for (Content chart : charts) {
            MapNode metadata = metadata(chart);
            String name = metadata.findText("name");
            String version = metadata.findText("version");
            if (!name.isEmpty() && !version.isEmpty()) {
                MapNode entry = metadata.with("digest", chart.digest())
                        .with("created", WRITTEN)
                        .with("urls", ListNode.ofStrings(List.of(name + "-" + version + ".tgz")));
                List<Node> others = entries.findList(name).stream()
                        .filter(other -> !other.findText("version").equals(version))
                        .toList();
                entries = entries.with(name, ListNode.of(others).plus(entry));
            }
        }
        return MapNode.of("apiVersion", "v1", "entries", entries, "generated", WRITTEN);
    }

    /** A size as Docker's units print it: {@code 392B}, {@code 1.586kB}. */
    static String size(int bytes) {
        String[] units = {"B", "kB", "MB"};
        BigDecimal size = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (size.compareTo(THOUSAND) >= 0 && unit < units.length - 1) {
            size = size.divide(THOUSAND);
            unit++;
        }
        BigDecimal rounded = size.round(new MathContext(4)).stripTrailingZeros();
        return rounded.toPlainString() + units[unit];
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
