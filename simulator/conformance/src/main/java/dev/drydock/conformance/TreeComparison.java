package dev.drydock.conformance;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares a recorded tree with a predicted one, value by value: numbers by value, {@code anyOf} and lists of possible
 * reasons as alternatives.
 */
final class TreeComparison {

    private static final int SHOWN = 600;

    private TreeComparison() {}

    /** The first difference, empty when there is none. */
    static Optional<String> difference(Node real, Node predicted, String at) {
        if (real instanceof MapNode map && map.get("anyOf") instanceof ListNode choices && isMark(map, at)) {
            return anyOf(choices, predicted, at);
        }
        if (real instanceof ListNode reasons && isString(predicted) && at.endsWith(".reason")) {
            return reasons.items().contains(predicted) ? Optional.empty() : unequal("any of " + real, predicted, at);
        }
        if (real instanceof MapNode a && predicted instanceof MapNode b) {
            return maps(a, b, at);
        }
        if (real instanceof ListNode a && predicted instanceof ListNode b) {
            return lists(a, b, at);
        }
        return same(real, predicted) ? Optional.empty() : unequal(real.toString(), predicted, at);
    }

    /** Whether these are possible answers; schemas within an answer have a keyword of that name. */
    private static boolean isMark(MapNode map, String at) {
        return map.size() == 1 && !at.contains(".object.");
    }

    private static Optional<String> anyOf(ListNode choices, Node predicted, String at) {
        Optional<String> first = Optional.of(at + ": no answer is right");
        for (int i = choices.size() - 1; i >= 0; i--) {
            first = difference(choices.get(i), predicted, at);
            if (first.isEmpty()) {
                return first;
            }
        }
        return first;
    }

    private static Optional<String> maps(MapNode real, MapNode predicted, String at) {
        TreeSet<String> keys = new TreeSet<>(real.keys());
        keys.addAll(predicted.keys());
        for (String key : keys) {
            Node a = real.get(key);
            Node b = predicted.get(key);
            Optional<String> difference;
            if (a == null) {
                difference = Optional.of(at + "." + key + ": predicted " + cut(b) + ", real has none");
            } else if (b == null) {
                difference = Optional.of(at + "." + key + ": real " + cut(a) + ", predicted none");
            } else {
                difference = difference(a, b, at + "." + key);
            }
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> lists(ListNode real, ListNode predicted, String at) {
        for (int i = 0; i < Math.min(real.size(), predicted.size()); i++) {
            Optional<String> difference = difference(real.get(i), predicted.get(i), at + "[" + i + "]");
            if (difference.isPresent()) {
                return difference;
            }
        }
        return real.size() == predicted.size()
                ? Optional.empty()
                : Optional.of(at + ": real has " + real.size() + " items, predicted " + predicted.size());
    }

    private static boolean same(Node a, Node b) {
        if (a instanceof ScalarNode x
                && b instanceof ScalarNode y
                && x.value() instanceof Number m
                && y.value() instanceof Number n) {
            return equal(m, n);
        }
        return a.equals(b);
    }

    private static boolean equal(Number a, Number b) {
        if (a.equals(b)) {
            return true;
        }
        // integers beyond 64 bits are fractions to the server
        if (isInfinite(a) || isInfinite(b) || a instanceof BigInteger || b instanceof BigInteger) {
            return a.doubleValue() == b.doubleValue();
        }
        return decimal(a).compareTo(decimal(b)) == 0;
    }

    private static boolean isInfinite(Number number) {
        return number instanceof Double d && (d.isInfinite() || d.isNaN());
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigInteger big) {
            return new BigDecimal(big);
        }
        return number instanceof Double d ? new BigDecimal(d) : BigDecimal.valueOf(number.longValue());
    }

    private static boolean isString(Node node) {
        return node instanceof ScalarNode scalar && scalar.isString();
    }

    private static Optional<String> unequal(String real, Node predicted, String at) {
        return Optional.of(at + ": real " + cut(real) + "\n      predicted " + cut(predicted));
    }

    private static String cut(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
