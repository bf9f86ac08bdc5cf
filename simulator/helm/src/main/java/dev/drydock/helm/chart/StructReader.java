package dev.drydock.helm.chart;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoYaml;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads fields as encoding/json decodes them into a struct: names match in any case, and the first wrong type is told. */
final class StructReader {

    private final MapNode map;
    private final String struct;
    private final String path;

    StructReader(MapNode map, String struct, String path) {
        this.map = map;
        this.struct = struct;
        this.path = path;
    }

    @Nullable
    Node node(String key) {
        Node exact = map.get(key);
        if (exact != null) {
            return exact.isNull() ? null : exact;
        }
        for (String other : map.keys()) {
            if (other.equalsIgnoreCase(key)) {
                Node node = map.get(other);
                return node == null || node.isNull() ? null : node;
            }
        }
        return null;
    }

    String text(String key) {
        Node node = node(key);
        return node == null ? "" : text(node, key);
    }

    private String text(Node node, String key) {
        String text = node instanceof ScalarNode scalar ? GoYaml.asText(scalar) : null;
        if (text == null) {
            throw mismatch(node, key, "string");
        }
        return text;
    }

    boolean flag(String key) {
        Node node = node(key);
        if (node == null) {
            return false;
        }
        if (node instanceof ScalarNode scalar && scalar.value() instanceof Boolean value) {
            return value;
        }
        throw mismatch(node, key, "bool");
    }

    List<Node> list(String key, String type) {
        Node node = node(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof ListNode list) {
            return list.items();
        }
        throw mismatch(node, key, type);
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : list(key, "[]string")) {
            texts.add(item.isNull() ? "" : text(item, key));
        }
        return texts;
    }

    Map<String, String> textMap(String key) {
        Node node = node(key);
        Map<String, String> texts = new LinkedHashMap<>();
        if (node instanceof MapNode entries) {
            entries.forEach((name, value) -> texts.put(name, value.isNull() ? "" : text(value, key)));
        } else if (node != null) {
            throw mismatch(node, key, "map[string]string");
        }
        return texts;
    }

    GoException mismatch(Node node, String key, String type) {
        return new GoException("error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
                + JsonKind.of(node) + " into Go struct field " + struct + "." + path + key + " of type " + type);
    }
}
