package dev.drydock.helm.value;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What Go's reflection says of a value. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoTypes {

    private GoTypes() {}

    /** The type as {@code %T} prints it. */
    public static String type(@Nullable Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof Double) {
            return "float64";
        }
        if (value instanceof GoInt number) {
            return number.kind().toString();
        }
        if (value instanceof GoMap map) {
            return map.type();
        }
        if (value instanceof GoList list) {
            return list.type();
        }
        if (value instanceof GoObject object) {
            return object.type();
        }
        if (value instanceof Throwable) {
            return "*errors.errorString";
        }
        return "func";
    }

    /** The kind as {@code kindOf} prints it. */
    public static String kind(@Nullable Object value) {
        if (value == null) {
            return "invalid";
        }
        if (value instanceof GoMap) {
            return "map";
        }
        if (value instanceof GoList) {
            return "slice";
        }
        if (value instanceof GoObject object) {
            return object.kind();
        }
        return type(value);
    }

    /** Whether the value counts as true in conditions. */
    public static boolean truth(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof Double number) {
            return number != 0;
        }
        if (value instanceof GoInt number) {
            return number.value() != 0;
        }
        if (value instanceof GoMap map) {
            return map.size() > 0;
        }
        return !(value instanceof GoList list) || list.size() > 0;
    }

    /** Whether Sprig takes the value for empty. */
    public static boolean isEmpty(@Nullable Object value) {
        return !truth(value);
    }

    /** reflect.DeepEqual. */
    public static boolean deepEqual(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b;
        }
        if (a instanceof GoMap left && b instanceof GoMap right) {
            if (!left.type().equals(right.type()) || left.size() != right.size()) {
                return false;
            }
            for (var entry : left.entries().entrySet()) {
                if (!right.has(entry.getKey()) || !deepEqual(entry.getValue(), right.get(entry.getKey()))) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof GoList left && b instanceof GoList right) {
            if (!left.type().equals(right.type()) || left.size() != right.size() || left.isNil() != right.isNil()) {
                return false;
            }
            for (int i = 0; i < left.size(); i++) {
                if (!deepEqual(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof Double left && b instanceof Double right) {
            return left.doubleValue() == right.doubleValue();
        }
        return a.equals(b);
    }

    /** A copy that shares nothing that can change. */
    public static @Nullable Object deepCopy(@Nullable Object value) {
        if (value instanceof GoMap map) {
            GoMap copy = GoMap.ofType(map.type());
            map.entries().forEach((key, entry) -> copy.put(key, deepCopy(entry)));
            return copy;
        }
        if (value instanceof GoList list && !list.isBytes()) {
            java.util.List<@Nullable Object> items = new java.util.ArrayList<>();
            list.items().forEach(item -> items.add(deepCopy(item)));
            return GoList.ofType(list.type(), items);
        }
        return value;
    }
}
