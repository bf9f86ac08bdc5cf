package dev.drydock.flux.chart;

import dev.drydock.flux.repository.Content;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Trees of files that hold charts. */
public final class ChartTree {

    /** The file that makes a folder a chart. */
    public static final String CHART_FILE = "Chart.yaml";

    private ChartTree() {}

    /** The chart with {@code Chart.yaml} at the root, also when it stands in a folder of its own, as in an archive. */
    public static Content atRoot(Content chart) {
        if (chart.files().containsKey(CHART_FILE)) {
            return chart;
        }
        return chart.files().keySet().stream()
                .filter(path -> path.indexOf('/') == path.lastIndexOf('/') && path.endsWith("/" + CHART_FILE))
                .findFirst()
                .map(path -> below(chart, path.substring(0, path.indexOf('/'))))
                .orElse(chart);
    }

    /** The files below a folder, by their paths from there. */
    public static Content below(Content content, String folder) {
        if (folder.isEmpty()) {
            return content;
        }
        Map<String, Content.Entry> files = new TreeMap<>();
        content.files().forEach((path, entry) -> {
            if (path.startsWith(folder + "/")) {
                files.put(path.substring(folder.length() + 1), entry);
            }
        });
        return new Content(files);
    }

    /** A file of a tree, or null. */
    public static Content.@Nullable File file(Content content, String path) {
        return content.files().get(path) instanceof Content.File file ? file : null;
    }

    /** The tree with a text file. */
    public static Content with(Content content, String path, String text) {
        Map<String, Content.Entry> files = new TreeMap<>(content.files());
        files.put(path, Content.File.of(text));
        return new Content(files);
    }

    /** The tree with another one in a folder. */
    public static Content with(Content content, String folder, Content added) {
        Map<String, Content.Entry> files = new TreeMap<>(content.files());
        added.files().forEach((path, entry) -> files.put(folder + "/" + path, entry));
        return new Content(files);
    }
}
