package dev.drydock.kubernetes.policy;

import dev.drydock.cel.value.Conversion;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON that values of expressions become when they are written into an object. */
final class JsonValues {

    /** Beyond this a number of JSON is not exact; such a number becomes a text. */
    private static final long EXACT = (1L << 53) - 1;

    private JsonValues() {}

    /** The node of a value, or null for a value that JSON cannot say. */
    static @Nullable Node of(Value value) {
        if (value instanceof Scalar scalar) {
            return of(scalar);
        }
        if (value instanceof ListValue list) {
            List<Node> items = new ArrayList<>();
            for (Value item : list) {
                Node node = of(item);
                if (node == null) {
                    return null;
                }
                items.add(node);
            }
            return ListNode.of(items);
        }
        if (value instanceof MapValue map) {
            MapNode.Builder builder = MapNode.builder();
            for (Value key : map.keys()) {
                Value found = map.find(key);
                Node node = found == null ? null : of(found);
                if (node == null || !(Conversion.toText(key) instanceof Scalar.Text name)) {
                    return null;
                }
                builder.put(name.value(), node);
            }
            return builder.build();
        }
        return Conversion.toText(value) instanceof Scalar.Text text ? ScalarNode.of(text.value()) : null;
    }

    private static Node of(Scalar scalar) {
        if (scalar instanceof Scalar.Bool bool) {
            return ScalarNode.of(bool.value());
        }
        if (scalar instanceof Scalar.Int number) {
            return Math.abs(number.value()) <= EXACT
                    ? ScalarNode.of(number.value())
                    : ScalarNode.of(Long.toString(number.value()));
        }
        if (scalar instanceof Scalar.Uint number) {
            return number.value() >= 0 && number.value() <= EXACT
                    ? ScalarNode.of(number.value())
                    : ScalarNode.of(Long.toUnsignedString(number.value()));
        }
        if (scalar instanceof Scalar.Real number) {
            double real = number.value();
            return real == Math.rint(real) && Math.abs(real) <= EXACT
                    ? ScalarNode.of((long) real)
                    : ScalarNode.of(real);
        }
        if (scalar instanceof Scalar.Text text) {
            return ScalarNode.of(text.value());
        }
        if (scalar instanceof Scalar.Bytes bytes) {
            byte[] raw = bytes.latin1().getBytes(StandardCharsets.ISO_8859_1);
            return ScalarNode.of(Base64.getEncoder().encodeToString(raw));
        }
        return ScalarNode.NULL;
    }
}
