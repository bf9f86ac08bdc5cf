package dev.drydock.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of what kubectl and kustomize make of scalars and of whole documents. */
final class TruthTables {

    private TruthTables() {}

    static List<MapNode> rows(String file) {
        try (InputStream in = TruthTables.class.getResourceAsStream("/" + file)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return JsonReader.read(text, file).findList("rows").stream()
                    .map(row -> (MapNode) row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of a text as kubectl sees them: lists opened, no apiVersion and kind; null when it is refused. */
    static @Nullable List<MapNode> kubernetes(String text) {
        return objects(text, YamlMode.KUBERNETES);
    }

    /** What kustomize prints for a text; null when it is refused. */
    static @Nullable String kustomize(String text) {
        List<MapNode> objects = objects(text, YamlMode.KUSTOMIZE);
        return objects == null ? null : objects.stream().map(YamlWriter::write).collect(Collectors.joining("---\n"));
    }

    private static @Nullable List<MapNode> objects(String text, YamlMode mode) {
        try {
            List<Node> documents = YamlReader.readAll(text, "f.yaml", mode);
            if (!documents.stream().allMatch(MapNode.class::isInstance)) {
                return null;
            }
            return documents.stream()
                    .flatMap(node -> "List".equals(node.findString("kind"))
                            ? node.findList("items").stream()
                            : java.util.stream.Stream.of(node))
                    .map(node -> (MapNode) node)
                    .map(map -> mode == YamlMode.KUBERNETES ? map.without(List.of("apiVersion", "kind")) : map)
                    .toList();
        } catch (YamlException e) {
            return null;
        }
    }
}
