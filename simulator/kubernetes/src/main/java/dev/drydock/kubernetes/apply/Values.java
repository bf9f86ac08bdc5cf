package dev.drydock.kubernetes.apply;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equality and order of values as structured-merge-diff sees them (value/value.go): integers and floating-point numbers are
 * compared by size, and values of different kinds have an order.
 */
final class Values {

    private static final int NUMBER = 0;
    private static final int STRING = 1;
    private static final int BOOLEAN = 2;
    private static final int LIST = 3;
    private static final int MAP = 4;
    private static final int NULL = 5;

    private Values() {}

    private static int rank(Node node) {
        if (node instanceof ScalarNode scalar) {
            Object value = scalar.value();
            if (value instanceof String) {
                return STRING;
            }
            if (value instanceof Number) {
                return NUMBER;
            }
            return value == null ? NULL : BOOLEAN;
        }
        return node instanceof ListNode ? LIST : MAP;
    }

    /** Whether two values are the same; numbers by size. */
    static boolean same(Node a, Node b) {
        if (a == b) {
            return true;
        }
        int rank = rank(a);
        if (rank != rank(b)) {
            return false;
        }
        return switch (rank) {
            case LIST -> sameLists((ListNode) a, (ListNode) b);
            case MAP -> sameMaps((MapNode) a, (MapNode) b);
            case NUMBER -> compareNumbers(number(a), number(b)) == 0;
            default -> a.equals(b);
        };
    }

    private static boolean sameLists(ListNode a, ListNode b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameMaps(MapNode a, MapNode b) {
        if (a.size() != b.size()) {
            return false;
        }
        boolean[] same = {true};
        a.forEach((key, value) -> {
            if (same[0]) {
                Node other = b.get(key);
                same[0] = other != null && same(value, other);
            }
        });
        return same[0];
    }

    private static Node valueOf(MapNode map, String key) {
        @Nullable Node value = map.get(key);
        return value == null ? ScalarNode.NULL : value;
    }

    /** A total order: numbers, strings, booleans, lists, maps, null. */
    static int compare(Node a, Node b) {
        int rank = rank(a);
        int other = rank(b);
        if (rank != other) {
            return Integer.compare(rank, other);
        }
        return switch (rank) {
            case NUMBER -> compareNumbers(number(a), number(b));
            case STRING -> compare(((ScalarNode) a).stringValue(), ((ScalarNode) b).stringValue());
            case BOOLEAN -> Boolean.compare(isTrue(a), isTrue(b));
            case LIST -> compareLists((ListNode) a, (ListNode) b);
            case MAP -> compareMaps((MapNode) a, (MapNode) b);
            default -> 0;
        };
    }

    private static int compareLists(ListNode a, ListNode b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareMaps(MapNode a, MapNode b) {
        List<String> left = a.keys().stream().sorted(Values::compare).toList();
        List<String> right = b.keys().stream().sorted(Values::compare).toList();
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compare(left.get(i), right.get(i));
            if (order == 0) {
                order = compare(valueOf(a, left.get(i)), valueOf(b, right.get(i)));
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static Number number(Node node) {
        return ((ScalarNode) node).value() instanceof Number number ? number : 0L;
    }

    private static boolean isTrue(Node node) {
        return Boolean.TRUE.equals(((ScalarNode) node).value());
    }

    private static int compareNumbers(Number a, Number b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof BigInteger x && b instanceof BigInteger y) {
            return x.compareTo(y);
        }
        return Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
    }

    /** The order of Go strings: by code points, not by UTF-16 units. */
    static int compare(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int n = Math.min(a.length(), b.length());
        for (int i = 0; i < n; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean planes = Character.isSurrogate(x) != Character.isSurrogate(y);
                return planes ? (Character.isSurrogate(x) ? 1 : -1) : x - y;
            }
        }
        return a.length() - b.length();
    }
}
