package dev.drydock.flux.repository;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
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
