package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.field.PlainText;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.ScalarNode.Style;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** A tree after Go read it from JSON and wrote it as YAML: numbers are doubles, quoting is what the writer chose. */
final class JsonNumbers {

    private static final long LEAST_WITH_EXPONENT = 1_000_000L;

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
        return ScalarNode.of(scalar.value());
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

    /** A number as kyaml holds it then: a large integer is a float such as 1e+06, which prints as the integer again. */
    private static ScalarNode number(ScalarNode scalar, Number number) {
        double real = number.doubleValue();
        if (number instanceof Long exact && Math.abs(exact) < LEAST_WITH_EXPONENT) {
            return ScalarNode.of(exact);
        }
        return ScalarNode.read(real, text(real), Style.PLAIN, scalar.location());
    }

    /** As strconv.FormatFloat with format g and the fewest digits. */
    private static String text(double real) {
        if (real == 0 || Double.isNaN(real) || Double.isInfinite(real)) {
            return real == 0 ? "0" : String.valueOf(real);
        }
        BigDecimal digits = new BigDecimal(Double.toString(real)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return digits.toPlainString();
        }
        String all = digits.unscaledValue().abs().toString();
        String mantissa = all.length() == 1 ? all : all.charAt(0) + "." + all.substring(1);
        String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : String.valueOf(Math.abs(exponent));
        return (real < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + power;
    }
}
