package dev.drydock.flux;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Trees that tests write as text. */
public final class Trees {

    private Trees() {}

    /** The map of a document. */
    public static MapNode map(String yaml) {
        return (MapNode) YamlReader.read(yaml, "test.yaml", YamlMode.KUBERNETES);
    }

    /** The list of a document. */
    public static ListNode list(String yaml) {
        return (ListNode) YamlReader.read(yaml, "test.yaml", YamlMode.KUBERNETES);
    }

    /** The maps of a text with many documents. */
    public static List<MapNode> maps(String yaml) {
        List<MapNode> maps = new ArrayList<>();
        for (Node document : YamlReader.readAll(yaml, "test.yaml", YamlMode.KUBERNETES)) {
            maps.add((MapNode) document);
        }
        return maps;
    }

    /** An object with type and name. */
    public static MapNode object(String apiVersion, String kind, String namespace, String name) {
        return map("{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: " + name
                + (namespace.isEmpty() ? "" : ", namespace: " + namespace) + "}}");
    }
}
