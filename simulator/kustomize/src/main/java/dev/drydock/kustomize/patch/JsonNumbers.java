package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.field.PlainText;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.ScalarNode.Style;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** A tree after Go read it from JSON and wrote it as YAML: numbers are doubles, quoting is what the writer chose. */
final class JsonNumbers {

    private static final long EXACT = 1L << 53;

    private JsonNumbers() {}

    static Node asGoReadsThem(Node node) {
        if (node instanceof MapNode map) {
            return sorted(map.map((key, value) -> asGoReadsThem(value)));
        }
        if (node instanceof ListNode list) {
            return list.map(JsonNumbers::asGoReadsThem);
        }
        ScalarNode scalar = (ScalarNode) node;
        if (scalar.value() instanceof String text) {
            Style style = text.indexOf('\n') >= 0
                    ? Style.LITERAL
                    : PlainText.allows(text) ? Style.PLAIN : Style.DOUBLE_QUOTED;
            return style == scalar.style() ? scalar : ScalarNode.read(text, text, style, scalar.location());
        }
        if (scalar.value() instanceof Number number) {
            return number(scalar, number);
        }
        return scalar.value() == null ? ScalarNode.NULL : scalar;
    }

    private static MapNode sorted(MapNode map) {
        List<String> keys = map.keys();
        if (isSorted(keys)) {
            return map;
        }
        MapNode.Builder sorted = MapNode.builder(map.location());
        new TreeSet<>(keys).forEach(key -> sorted.put(key, Objects.requireNonNull(map.get(key)), map.keyLocation(key)));
        return sorted.build();
    }

    private static boolean isSorted(List<String> keys) {
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i - 1).compareTo(keys.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static ScalarNode number(ScalarNode scalar, Number number) {
        double real = number.doubleValue();
        if (number instanceof Long exact && Math.abs(exact) < 1_000_000L) {
            return ScalarNode.of(exact);
        }
        if (number instanceof Long exact && Math.abs(exact) <= EXACT) {
            // kyaml then holds a float such as 1e+06, which prints as the same integer
            return ScalarNode.read(exact, scalar.text(), Style.PLAIN, Location.NONE);
        }
        return ScalarNode.of(real);
    }
}
