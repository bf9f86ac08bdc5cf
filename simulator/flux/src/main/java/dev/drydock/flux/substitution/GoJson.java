package dev.drydock.flux.substitution;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigInteger;

/** What encoding/json does: the names of its types, and numbers that are all floats. */
final class GoJson {

    private static final long EXACT = 1L << 53;

    private GoJson() {}

    /** The tree after encoding/json read it into a plain map: large integers lose digits. */
    static Node withFloats(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> withFloats(value));
        }
        if (node instanceof ListNode list) {
            return list.map(GoJson::withFloats);
        }
        Object value = ((ScalarNode) node).value();
        if (value instanceof Long number && Math.abs(number) > EXACT) {
            double real = number.doubleValue();
            return Math.abs(real) < Long.MAX_VALUE ? ScalarNode.of((long) real) : ScalarNode.of(real);
        }
        return value instanceof BigInteger number ? ScalarNode.of(number.doubleValue()) : node;
    }

    static String type(Node node) {
        if (node instanceof ListNode) {
            return "array";
        }
        if (!(node instanceof ScalarNode scalar)) {
            return "object";
        }
        return scalar.isString() ? "string" : scalar.isNumber() ? "number" : "bool";
    }
}
