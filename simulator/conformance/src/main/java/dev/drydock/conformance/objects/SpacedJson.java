package dev.drydock.conformance.objects;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Locale;
import java.util.stream.Collectors;

/** JSON as the corpus sent it: a blank after each separator, everything beyond ASCII escaped, numbers as they were spelled. */
public final class SpacedJson {

    private SpacedJson() {}

    /** The JSON of a node. */
    public static String write(Node node) {
        if (node instanceof MapNode map) {
            return map.keys().stream()
                    .map(key -> string(key) + ": " + write(value(map, key)))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof ListNode list) {
            return list.stream().map(SpacedJson::write).collect(Collectors.joining(", ", "[", "]"));
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.isString() ? string(scalar.stringValue()) : scalar.text();
    }

    private static Node value(MapNode map, String key) {
        Node value = map.get(key);
        return value == null ? ScalarNode.NULL : value;
    }

    private static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    if (c < ' ' || c > '~') {
                        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
