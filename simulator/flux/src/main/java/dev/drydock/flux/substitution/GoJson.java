package dev.drydock.flux.substitution;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;

/** The names that encoding/json has for types of values. */
final class GoJson {

    private GoJson() {}

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
