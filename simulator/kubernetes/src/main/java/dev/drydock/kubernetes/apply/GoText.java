package dev.drydock.kubernetes.apply;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Values as Go's fmt prints them in the messages of field management and patches. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoText {

    private GoText() {}

    /** As structured-merge-diff's ToString: quoted strings, numbers plain. */
    public static String show(Node node) {
        if (node instanceof ListNode list) {
            return "[" + String.join(",", list.stream().map(GoText::show).toList()) + "]";
        }
        if (node instanceof MapNode map) {
            StringBuilder out = new StringBuilder();
            map.forEach((key, value) -> out.append(key).append('=').append(show(value)));
            return out.toString();
        }
        Object value = ((ScalarNode) node).value();
        return value instanceof String text ? GoQuote.quote(text) : plain(value);
    }

    /** As {@code %v}. */
    public static String plain(Node node) {
        if (node instanceof ListNode list) {
            return "[" + String.join(" ", list.stream().map(GoText::plain).toList()) + "]";
        }
        if (node instanceof MapNode map) {
            List<String> parts = new ArrayList<>();
            for (String key : map.keys().stream().sorted(Values::compare).toList()) {
                parts.add(key + ":" + plain(valueOf(map, key)));
            }
            return "map[" + String.join(" ", parts) + "]";
        }
        return plain(((ScalarNode) node).value());
    }

    /** As {@code %#v}. */
    public static String syntax(Node node) {
        if (node instanceof ListNode list) {
            return "[]interface {}{"
                    + String.join(", ", list.stream().map(GoText::syntax).toList()) + "}";
        }
        if (node instanceof MapNode map) {
            List<String> parts = new ArrayList<>();
            for (String key : map.keys().stream().sorted(Values::compare).toList()) {
                parts.add(GoQuote.quote(key) + ":" + syntax(valueOf(map, key)));
            }
            return "map[string]interface {}{" + String.join(", ", parts) + "}";
        }
        Object value = ((ScalarNode) node).value();
        if (value == null) {
            return "interface {}(nil)";
        }
        return value instanceof String text ? GoQuote.quote(text) : plain(value);
    }

    /** As {@code %T}. */
    public static String type(Node node) {
        if (node instanceof ListNode) {
            return "[]interface {}";
        }
        if (node instanceof MapNode) {
            return "map[string]interface {}";
        }
        Object value = ((ScalarNode) node).value();
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof Number) {
            return value instanceof Long ? "int64" : "float64";
        }
        return value instanceof String ? "string" : "bool";
    }

    private static Node valueOf(MapNode map, String key) {
        Node value = map.get(key);
        return value == null ? ScalarNode.NULL : value;
    }

    private static String plain(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        return value instanceof Double number ? general(number) : value.toString();
    }

    /** As {@code %v} of a float64: an exponent below 1e-4 and from 1e6 on. */
    private static String general(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return digits.toPlainString();
        }
        String unscaled = digits.unscaledValue().abs().toString();
        String fraction = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
        String size = Integer.toString(Math.abs(exponent));
        return (digits.signum() < 0 ? "-" : "") + unscaled.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+")
                + (size.length() < 2 ? "0" : "") + size;
    }
}
