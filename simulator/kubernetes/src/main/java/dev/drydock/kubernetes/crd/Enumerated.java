package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;

/**
 * Compares values with those of an enumeration, converted into their types as Go converts them: numbers lose their fractions and
 * integers become characters (kube-openapi, basicCommonValidator).
 */
final class Enumerated {

    private Enumerated() {}

    static boolean matches(Node value, Node allowed) {
        if (allowed.isNull() || value.isNull()) {
            return false;
        }
        if (!(value instanceof ScalarNode scalar) || !(allowed instanceof ScalarNode wanted)) {
            return value.equals(allowed);
        }
        Object converted = scalar.value();
        if (converted instanceof Number number && wanted.value() instanceof Long) {
            converted = number.longValue();
        } else if (converted instanceof Number number && wanted.value() instanceof Double) {
            converted = number.doubleValue();
        } else if (converted instanceof Long code && wanted.isString()) {
            converted = Character.isValidCodePoint(code.intValue()) ? Character.toString(code.intValue()) : "\uFFFD";
        }
        return converted != null && converted.equals(wanted.value());
    }
}
