package dev.drydock.cel.value;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Values as JSON (cel-go, ConvertToNative to a JSON value). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ValueNodes {

    private ValueNodes() {}

    /**
     * The node of a value.
     *
     * @throws IllegalArgumentException for a value that JSON does not have
     */
    public static Node of(Value value) {
        if (value instanceof ListValue list) {
            List<Node> items = new ArrayList<>();
            list.forEach(item -> items.add(of(item)));
            return ListNode.of(items);
        }
        if (value instanceof MapValue map) {
            MapNode.Builder entries = MapNode.builder();
            for (Value key : map.keys()) {
                Value item = map.find(key);
                entries.put(key(key), item == null ? ScalarNode.NULL : of(item));
            }
            return entries.build();
        }
        if (value instanceof OptionalValue optional && optional.value() != null) {
            return of(optional.get());
        }
        return ScalarNode.of(scalar(value));
    }

    private static String key(Value key) {
        if (Conversion.toText(key) instanceof Scalar.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException("unsupported map key type " + key.type());
    }

    private static @Nullable Object scalar(Value value) {
        if (value instanceof Scalar.Null) {
            return null;
        }
        if (value instanceof Scalar.Bool bool) {
            return bool.value();
        }
        if (value instanceof Scalar.Int number) {
            return number.value();
        }
        if (value instanceof Scalar.Uint number) {
            return new BigInteger(Long.toUnsignedString(number.value()));
        }
        if (value instanceof Scalar.Real number) {
            return number.value();
        }
        if (value instanceof Scalar.Bytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.latin1().getBytes(StandardCharsets.ISO_8859_1));
        }
        if (Conversion.toText(value) instanceof Scalar.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException(
                "type conversion error from '" + value.type().runtimeName() + "' to JSON");
    }
}
