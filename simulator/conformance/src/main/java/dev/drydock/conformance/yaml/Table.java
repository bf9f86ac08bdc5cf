package dev.drydock.conformance.yaml;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a table. */
final class Table {

    private Table() {}

    static List<MapNode> rows(Path path, String name) throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve(name) : path;
        Node table = JsonReader.read(Files.readAllBytes(file), file.toString());
        List<MapNode> rows = new ArrayList<>();
        for (Node row : table.findList("rows")) {
            if (row instanceof MapNode map) {
                rows.add(map);
            }
        }
        return rows;
    }
}
