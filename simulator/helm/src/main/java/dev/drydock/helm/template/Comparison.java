package dev.drydock.helm.template;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFormat;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoString;
import dev.drydock.helm.value.GoTypes;
import org.jspecify.annotations.Nullable;

/** eq and lt: only values of the same basic kind can be compared, integers with and without sign excepted. */
final class Comparison {

    private enum Kind {
        NONE,
        BOOL,
        INT,
        UINT,
        FLOAT,
        STRING
    }

    private Comparison() {}

    private static Kind kind(@Nullable Object value) {
        if (value instanceof Boolean) {
            return Kind.BOOL;
        }
        if (value instanceof GoInt number) {
            return number.kind().isSigned() ? Kind.INT : Kind.UINT;
        }
        if (value instanceof Double) {
            return Kind.FLOAT;
        }
        return value instanceof String ? Kind.STRING : Kind.NONE;
    }

    private static boolean areIntegers(Kind a, Kind b) {
        return (a == Kind.INT || a == Kind.UINT) && (b == Kind.INT || b == Kind.UINT);
    }

    private static int compareIntegers(Object a, Object b) {
        GoInt left = (GoInt) a;
        GoInt right = (GoInt) b;
        boolean leftNegative = left.kind().isSigned() && left.value() < 0;
        boolean rightNegative = right.kind().isSigned() && right.value() < 0;
        if (leftNegative != rightNegative) {
            return leftNegative ? -1 : 1;
        }
        return leftNegative
                ? Long.compare(left.value(), right.value())
                : Long.compareUnsigned(left.value(), right.value());
    }

    static boolean equal(@Nullable Object a, @Nullable Object b) {
        Kind left = kind(a);
        Kind right = kind(b);
        if (a != null && b != null && areIntegers(left, right)) {
            return compareIntegers(a, b) == 0;
        }
        if (left != right) {
            if (a != null && b != null) {
                throw incompatible(a, b);
            }
            return false;
        }
        if (a == null || b == null) {
            return isNil(a) && isNil(b);
        }
        if (left == Kind.FLOAT) {
            return ((Double) a).doubleValue() == ((Double) b).doubleValue();
        }
        if (left != Kind.NONE) {
            return a.equals(b);
        }
        if (!GoTypes.kind(a).equals(GoTypes.kind(b))) {
            throw new GoException("non-comparable types " + GoFormat.print(a) + ": " + GoTypes.type(a) + ", "
                    + GoTypes.type(b) + ": " + GoFormat.print(b));
        }
        if (isNil(a) || isNil(b)) {
            return isNil(a) == isNil(b);
        }
        if (b instanceof GoMap || b instanceof GoList) {
            throw new GoException("non-comparable type " + GoFormat.print(b) + ": " + GoTypes.type(b));
        }
        return a == b;
    }

    private static boolean isNil(@Nullable Object value) {
        return value == null || (value instanceof GoList list && list.isNil());
    }

    private static GoException incompatible(Object a, Object b) {
        return new GoException("incompatible types for comparison: " + GoTypes.type(a) + " and " + GoTypes.type(b));
    }

    static boolean less(@Nullable Object a, @Nullable Object b) {
        Kind left = kind(a);
        Kind right = kind(b);
        if (a == null || b == null || left == Kind.NONE || right == Kind.NONE) {
            throw new GoException("invalid type for comparison");
        }
        if (areIntegers(left, right)) {
            return compareIntegers(a, b) < 0;
        }
        if (left != right) {
            throw incompatible(a, b);
        }
        return switch (left) {
            case FLOAT -> (Double) a < (Double) b;
            case STRING -> GoString.ORDER.compare((String) a, (String) b) < 0;
            default -> throw new GoException("invalid type for comparison");
        };
    }

    static boolean lessOrEqual(@Nullable Object a, @Nullable Object b) {
        return less(a, b) || equal(a, b);
    }
}
