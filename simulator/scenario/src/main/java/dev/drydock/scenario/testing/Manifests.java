package dev.drydock.scenario.testing;

import dev.drydock.scenario.ManifestReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Manifests for tests. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Manifests {

    private Manifests() {}

    /**
     * The objects of a file, or of the files of a folder in the order of their names.
     *
     * @throws dev.drydock.yaml.YamlException when a file is no YAML
     */
    public static List<MapNode> read(Path path) {
        try {
            return ManifestReader.read(path, path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /**
     * The objects of a text.
     *
     * @throws dev.drydock.yaml.YamlException when it is no YAML
     */
    public static List<MapNode> parse(String text) {
        List<MapNode> objects = new ArrayList<>();
        for (Node document : YamlReader.readAll(text, "manifest", YamlMode.KUBERNETES)) {
            if (document instanceof MapNode object) {
                add(object, objects);
            }
        }
        return objects;
    }

    private static void add(MapNode object, List<MapNode> objects) {
        if ("List".equals(object.findString("kind")) && object.get("items") instanceof ListNode items) {
            items.forEach(item -> add((MapNode) item, objects));
        } else {
            objects.add(object);
        }
    }
}
