package dev.drydock.scenario;

import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Reads the manifests that a scenario applies. */
@API(status = API.Status.STABLE, since = "0.1")
public final class ManifestReader {

    private ManifestReader() {}

    /**
     * The objects of a file, or of the YAML and JSON files of a folder in the order of their names, as {@code kubectl
     * apply -f} takes them.
     *
     * @param shown how messages name the path
     * @throws YamlException with every problem; it is one when there is no object at all
     * @throws IOException when something cannot be read
     */
    public static List<MapNode> read(Path path, String shown) throws IOException {
        List<MapNode> objects = Files.isDirectory(path) ? folder(path, shown) : file(path, shown);
        if (objects.isEmpty()) {
            String message = "no object is here to apply; a manifest is a map with apiVersion and kind";
            throw new YamlException(Diagnostic.of(new Location(shown, 1, 1), message), message);
        }
        return objects;
    }

    private static List<MapNode> folder(Path path, String shown) throws IOException {
        List<MapNode> objects = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(ManifestReader::isManifest).sorted().toList()) {
                try {
                    objects.addAll(file(file, shown + "/" + file.getFileName()));
                } catch (YamlException e) {
                    problems.addAll(e.diagnostics());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new YamlException(problems);
        }
        return objects;
    }

    private static boolean isManifest(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    private static List<MapNode> file(Path file, String shown) throws IOException {
        String text = TextFiles.read(file, shown);
        List<MapNode> objects = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (Node document : YamlReader.readAll(text, shown, YamlMode.KUBERNETES)) {
            if (document instanceof MapNode object) {
                objects.add(object);
            } else {
                problems.add(Diagnostic.of(document.location(), "a manifest is a map with apiVersion and kind"));
            }
        }
        if (!problems.isEmpty()) {
            throw new YamlException(problems);
        }
        return objects;
    }
}
