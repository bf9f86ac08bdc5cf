package dev.drydock.flux.repository;

import dev.drydock.helm.Chart;
import dev.drydock.helm.HelmException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** What a folder says that is packed as a Helm chart. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChartFolder {

    private static final String FILE = "Chart.yaml";

    private ChartFolder() {}

    /** The file {@code Chart.yaml} at the top or one folder below; an empty map when there is none that can be read. */
    public static MapNode metadata(Content folder) {
        for (var entry : folder.files().entrySet()) {
            boolean named = entry.getKey().equals(FILE) || entry.getKey().matches("[^/]+/Chart\\.yaml");
            if (named && entry.getValue() instanceof Content.File file) {
                return read(file.text(), entry.getKey());
            }
        }
        return MapNode.EMPTY;
    }

    /**
     * The charts in a folder and below it, by their paths: folders with {@code Chart.yaml}, of which none lies in another
     * one, and packages.
     */
    public static List<Content> within(Content folder) {
        TreeMap<String, Content> charts = new TreeMap<>();
        for (String path : folder.files().keySet()) {
            if (path.equals(FILE) || path.endsWith("/" + FILE)) {
                charts.put(path.substring(0, path.length() - FILE.length()), Content.EMPTY);
            }
        }
        charts.keySet().removeIf(root -> isBelowAny(root, List.copyOf(charts.keySet())));
        charts.replaceAll((root, none) -> below(folder, root));
        List<String> roots = List.copyOf(charts.keySet());
        folder.files().forEach((path, entry) -> {
            if (path.endsWith(".tgz") && entry instanceof Content.File file && !isBelowAny(path, roots)) {
                unpacked(file.bytes()).ifPresent(chart -> charts.put(path, chart));
            }
        });
        return List.copyOf(charts.values());
    }

    private static boolean isBelowAny(String path, List<String> roots) {
        return roots.stream().anyMatch(root -> path.startsWith(root) && !path.equals(root));
    }

    private static Content below(Content folder, String root) {
        TreeMap<String, Content.Entry> files = new TreeMap<>();
        folder.files().forEach((path, entry) -> {
            if (path.startsWith(root)) {
                files.put(path.substring(root.length()), entry);
            }
        });
        return new Content(files);
    }

    /** Archives that are no charts do not count. */
    private static Optional<Content> unpacked(byte[] archive) {
        try {
            TreeMap<String, Content.Entry> files = new TreeMap<>();
            Chart.files(archive).forEach((path, bytes) -> files.put(path, Content.File.of(bytes, false)));
            return Optional.of(new Content(files)).filter(chart -> chart.files().containsKey(FILE));
        } catch (HelmException e) {
            return Optional.empty();
        }
    }

    private static MapNode read(String text, String path) {
        try {
            List<Node> documents = YamlReader.readAll(text, path, YamlMode.KUBERNETES);
            return !documents.isEmpty() && documents.get(0) instanceof MapNode map ? map : MapNode.EMPTY;
        } catch (YamlException e) {
            return MapNode.EMPTY;
        }
    }

    /**
     * Where a registry has a chart that is pushed to a URL: below the URL under its own name, as {@code helm push} does, but
     * for a URL that ends with that name.
     */
    public static String address(String url, Content folder) {
        String parent = url.replaceAll("/+$", "");
        String name = metadata(folder).findText("name");
        return name.isEmpty() || parent.endsWith("/" + name) ? parent : parent + "/" + name;
    }

    /** The tag of a chart: its version with underscores for plus signs, which tags cannot have. */
    public static String tag(Content folder) {
        return metadata(folder).findText("version").replace('+', '_');
    }
}
