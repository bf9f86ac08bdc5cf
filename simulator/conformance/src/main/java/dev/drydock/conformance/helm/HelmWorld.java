package dev.drydock.conformance.helm;

import dev.drydock.helm.Capabilities;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the corpora of Helm share on disk. */
final class HelmWorld {

    private HelmWorld() {}

    /** The file or folder of a name in a folder or in one above it. */
    static Path find(Path folder, String name) throws IOException {
        for (Path place = folder.toAbsolutePath(); place != null; place = place.getParent()) {
            if (Files.exists(place.resolve(name))) {
                return place.resolve(name);
            }
        }
        throw new NoSuchFileException(folder.resolve(name).toString());
    }

    static Capabilities capabilities(Path folder) throws IOException {
        Node tree = JsonReader.read(Files.readAllBytes(find(folder, "capabilities.json")), "capabilities.json");
        return new Capabilities(
                tree.findText("kubeVersion"), tree.findList("apiVersions").strings());
    }

    /** The files below a folder by their path in it. */
    static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
