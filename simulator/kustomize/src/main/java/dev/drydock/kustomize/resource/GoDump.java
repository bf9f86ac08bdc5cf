package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.field.Scalars;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A tree as Go's {@code %#v} prints decoded YAML. */
final class GoDump {

    /** The error of a map whose keys are no strings. */
    static final String UNSUPPORTED = "json: unsupported type: map[interface {}]interface {}";

    private GoDump() {}

    static String of(Node node) {
        if (node instanceof MapNode map) {
            boolean strings =
                    map.keys().stream().allMatch(key -> Scalars.untagged(key).isString());
            String type = strings ? "map[string]interface {}{" : "map[interface {}]interface {}{";
            StringJoiner entries = new StringJoiner(", ", type, "}");
            TreeMap<String, Node> sorted = new TreeMap<>();
            map.forEach(sorted::put);
            sorted.forEach((key, value) ->
                    entries.add(scalar(strings ? Scalars.string(key) : Scalars.untagged(key)) + ":" + of(value)));
            return entries.toString();
        }
        if (node instanceof ListNode list) {
            StringJoiner items = new StringJoiner(", ", "[]interface {}{", "}");
            list.forEach(item -> items.add(of(item)));
            return items.toString();
        }
        return scalar((ScalarNode) node);
    }

    private static String scalar(ScalarNode scalar) {
        Object value = scalar.value();
        if (value == null) {
            return "interface {}(nil)";
        }
        return value instanceof String text ? GoQuote.quote(text) : String.valueOf(value);
    }
}
