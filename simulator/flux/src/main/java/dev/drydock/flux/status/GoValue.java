package dev.drydock.flux.status;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How Go prints the values and types of unstructured objects ({@code %v}, {@code %T}, reflect.Kind). */
final class GoValue {

    private GoValue() {}

    static String print(@Nullable Node node) {
        if (node instanceof MapNode map) {
            Map<String, String> entries = new TreeMap<>();
            map.forEach((key, value) -> entries.put(key, key + ":" + print(value)));
            return "map[" + String.join(" ", entries.values()) + "]";
        }
        if (node instanceof ListNode list) {
            return list.stream().map(GoValue::print).collect(Collectors.joining(" ", "[", "]"));
        }
        Object value = node instanceof ScalarNode scalar ? scalar.value() : null;
        return value == null ? "<nil>" : value instanceof Double number ? print(number) : value.toString();
    }

    private static String print(double number) {
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < 1e15) {
            return size >= 1e21 ? Double.toString(number) : String.valueOf((long) number);
        }
        return Double.toString(number)
                .replaceAll("E(\\d)$", "e+0$1")
                .replaceAll("E-(\\d)$", "e-0$1")
                .replace("E", "e+");
    }

    static String type(@Nullable Node node) {
        if (node instanceof MapNode) {
            return "map[string]interface {}";
        }
        return node instanceof ListNode ? "[]interface {}" : kind(node);
    }

    static String kind(@Nullable Node node) {
        if (node instanceof MapNode) {
            return "map";
        }
        if (node instanceof ListNode) {
            return "slice";
        }
        Object value = node instanceof ScalarNode scalar ? scalar.value() : null;
        if (value == null) {
            return "<nil>";
        }
        return value instanceof String
                ? "string"
                : value instanceof Boolean ? "bool" : value instanceof Double ? "float64" : "int64";
    }
}
