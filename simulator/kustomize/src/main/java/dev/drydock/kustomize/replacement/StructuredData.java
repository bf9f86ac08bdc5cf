package dev.drydock.kustomize.replacement;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.Lookup;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.field.SourceYaml;
import dev.drydock.kustomize.resource.OutputTree;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** JSON or YAML inside a scalar, into which a path leads; setValueInStructuredData of replacement.go. */
final class StructuredData {

    private StructuredData() {}

    /** The object with the value written inside a scalar, or null when the path does not lead into one. */
    static @Nullable MapNode write(MapNode object, List<String> path, Node value, @Nullable Kind createKind) {
        for (int i = 1; i < path.size(); i++) {
            List<String> outer = path.subList(0, i);
            Node found;
            try {
                found = Lookup.find(object, outer);
            } catch (KustomizeException e) {
                continue;
            }
            if (found instanceof ScalarNode scalar) {
                Node parsed;
                try {
                    parsed = YamlReader.parseFirst(scalar.text(), "", YamlMode.KUSTOMIZE)
                            .document();
                } catch (YamlException e) {
                    continue;
                }
                String text = changed(scalar.text(), parsed, path.subList(i, path.size()), value, createKind);
                return text == null ? null : (MapNode) replaced(object, outer, scalar, text);
            }
        }
        return null;
    }

    private static @Nullable String changed(
            String original, Node parsed, List<String> path, Node value, @Nullable Kind createKind) {
        if (original.isBlank()) {
            return null;
        }
        TextSplice splice = new TextSplice();
        PathWriter writer = new PathWriter(createKind, target -> {
            if (target instanceof ScalarNode scalar) {
                ScalarNode next = Scalars.withText(scalar, Scalars.text(value));
                splice.replace(scalar, next);
                return next;
            }
            splice.giveUp();
            return value;
        });
        try {
            Node written = writer.write(parsed, path);
            return writer.count() == 0 ? null : serialize(written, parsed, original, splice);
        } catch (KustomizeException e) {
            return null;
        }
    }

    private static String serialize(Node data, Node parsed, String original, TextSplice splice) {
        char first = original.strip().charAt(0);
        if (first != '{' && first != '[') {
            boolean kept = SourceYaml.write(parsed).strip().equals(original.strip());
            String spliced = kept ? null : splice.apply(original);
            return spliced == null ? SourceYaml.write(data).strip() : spliced.strip();
        }
        Node plain = OutputTree.of(data);
        boolean pretty = original.contains("\n") && original.contains("  ");
        return pretty ? JsonWriter.pretty(sorted(plain)) : JsonWriter.go(plain);
    }

    private static Node sorted(Node node) {
        if (node instanceof MapNode map) {
            MapNode.Builder sorted = MapNode.builder();
            new TreeSet<>(map.keys())
                    .forEach(key -> sorted.put(key, sorted(java.util.Objects.requireNonNull(map.get(key)))));
            return sorted.build();
        }
        return node instanceof ListNode list ? list.map(StructuredData::sorted) : node;
    }

    /** The tree with a scalar, found along a path, given another text. */
    private static Node replaced(Node node, List<String> path, ScalarNode target, String text) {
        if (node == target) {
            return ScalarNode.read(text, text, target.style(), target.location());
        }
        List<String> rest = path.isEmpty() ? path : path.subList(1, path.size());
        if (node instanceof MapNode map) {
            Node child = map.get(path.get(0).strip());
            return child == null ? map : map.with(path.get(0).strip(), replaced(child, rest, target, text));
        }
        if (node instanceof ListNode list) {
            Node child = Lookup.find(list, path.subList(0, 1));
            return list.map(item -> item == child ? replaced(item, rest, target, text) : item);
        }
        return node;
    }
}
