package dev.drydock.helm.value;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The way between Go's values and trees, which is encoding/json's way. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoTree {

    private GoTree() {}

    /** The value as encoding/json decodes it into {@code any}: every number is a float64. */
    public static @Nullable Object decode(Node node) {
        if (node instanceof MapNode map) {
            GoMap result = GoMap.create();
            map.forEach((key, value) -> result.put(key, decode(value)));
            return result;
        }
        if (node instanceof ListNode list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(decode(item)));
            return GoList.of(items);
        }
        Object value = ((ScalarNode) node).value();
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    /** A map as {@link #decode} does, but integers stay 64-bit integers. */
    public static @Nullable Object decodeExact(Node node) {
        if (node instanceof MapNode map) {
            GoMap result = GoMap.create();
            map.forEach((key, value) -> result.put(key, decodeExact(value)));
            return result;
        }
        if (node instanceof ListNode list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(decodeExact(item)));
            return GoList.of(items);
        }
        Object value = ((ScalarNode) node).value();
        return value instanceof Long number ? (Object) GoInt.int64(number) : decode(node);
    }

    /**
     * The tree that encoding/json makes of a value; doubles without fraction stay doubles.
     *
     * @throws GoException for values that JSON cannot hold
     */
    public static Node encode(@Nullable Object value) {
        if (value instanceof GoMap map && map.isNil()) {
            return ScalarNode.NULL;
        }
        if (value instanceof GoMap map) {
            MapNode.Builder builder = MapNode.builder();
            map.entries().forEach((key, entry) -> builder.put(text(key), encode(entry)));
            return builder.build();
        }
        if (value instanceof GoList list) {
            if (list.isNil()) {
                return ScalarNode.NULL;
            }
            if (list.isBytes()) {
                return ScalarNode.of(Base64.getEncoder().encodeToString(list.toBytes()));
            }
            List<Node> items = new ArrayList<>(list.size());
            list.items().forEach(item -> items.add(encode(item)));
            return ListNode.of(items);
        }
        if (value instanceof GoInt number) {
            return ScalarNode.of(
                    number.kind().isSigned() || number.value() >= 0
                            ? (Object) number.value()
                            : new java.math.BigInteger(number.toString()));
        }
        if (value instanceof String string) {
            return ScalarNode.of(text(string));
        }
        if (value instanceof GoObject object) {
            return encode(object.json());
        }
        if (value instanceof GoException) {
            return MapNode.EMPTY;
        }
        if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
            throw new GoException("json: unsupported value: " + GoFloats.format(number, 'g', -1));
        }
        return ScalarNode.of(value);
    }

    /** Bytes that are no character become the replacement character. */
    private static String text(String text) {
        boolean plain = text.chars().noneMatch(c -> c >= 0xdc80 && c <= 0xdcff);
        return plain ? text : new String(GoString.bytes(text), StandardCharsets.UTF_8);
    }
}
