package dev.drydock.conformance;

import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apiguardian.api.API;

/** Reads files that hold a JSON object a line. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JsonLines {

    private JsonLines() {}

    /**
     * The objects in order; blank lines are left out. A file named {@code *.gz} is unpacked.
     *
     * @throws IOException when the file cannot be read
     * @throws YamlException when a line is no JSON object; says which
     */
    public static List<MapNode> read(Path file) throws IOException {
        List<MapNode> objects = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    objects.add(object(line, new Location(file.toString(), number, 1)));
                }
            }
        }
        return objects;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    private static MapNode object(String line, Location place) {
        String problem = "a JSON object is expected on each line";
        try {
            if (JsonReader.read(line, place.file()) instanceof MapNode map) {
                return map;
            }
        } catch (YamlException e) {
            problem = e.upstream();
        }
        throw new YamlException(Diagnostic.of(place, problem));
    }
}
