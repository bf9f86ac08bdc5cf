package dev.drydock.helm.schema;

import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTree;
import dev.drydock.helm.value.GoTypes;
import dev.drydock.yaml.GoNumbers;
import dev.drydock.yaml.Node;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A value as JSON Schema sees it: its type, its number, and what it is equal to. */
final class Instance {

    private Instance() {}

    /** The type; whole numbers are numbers too. */
    static String type(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof String) {
            return "string";
        }
        return value instanceof GoMap ? "object" : value instanceof GoList ? "array" : "number";
    }

    static boolean isInteger(@Nullable Object value) {
        return value instanceof GoInt
                || (value instanceof Double number && number == Math.rint(number) && !number.isInfinite());
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Double || value instanceof GoInt;
    }

    /** The number that a Double or a GoInt is. */
    static BigDecimal decimal(Object value) {
        return value instanceof GoInt number ? new BigDecimal(number.toString()) : GoNumbers.shortest((Double) value);
    }

    /** Whether a value is a constant of the schema. */
    static boolean equal(Node constant, @Nullable Object value) {
        return equal(GoTree.decode(constant), value);
    }

    /** Numbers are equal by what they are worth, objects whatever the order of their keys. */
    static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a != null && b != null && isNumber(a) && isNumber(b)) {
            return decimal(a).compareTo(decimal(b)) == 0;
        }
        if (a instanceof GoList left && b instanceof GoList right) {
            if (left.size() != right.size()) {
                return false;
            }
            for (int i = 0; i < left.size(); i++) {
                if (!equal(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof GoMap left && b instanceof GoMap right) {
            return left.entries().keySet().equals(right.entries().keySet())
                    && left.entries().keySet().stream().allMatch(key -> equal(left.get(key), right.get(key)));
        }
        return GoTypes.deepEqual(a, b);
    }
}
