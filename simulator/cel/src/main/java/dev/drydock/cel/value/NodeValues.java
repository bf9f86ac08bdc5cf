package dev.drydock.cel.value;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigInteger;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Manifests as values, read where they lie: nothing is copied, and only what an expression reads is looked at. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NodeValues {

    private NodeValues() {}

    /** The value of a node: numbers written with a fraction are doubles, others are ints. */
    public static Value of(Node node) {
        if (node instanceof MapNode map) {
            return new MapOfNodes(map);
        }
        if (node instanceof ListNode list) {
            return new ListOfNodes(list);
        }
        return scalar((ScalarNode) node);
    }

    static Value scalar(ScalarNode scalar) {
        Object value = scalar.value();
        if (value == null) {
            return Scalar.Null.NULL;
        }
        if (value instanceof Boolean bool) {
            return Scalar.of(bool);
        }
        if (value instanceof Long number) {
            return Scalar.of(number.longValue());
        }
        if (value instanceof Double number) {
            return new Scalar.Real(number);
        }
        return value instanceof BigInteger big ? new Scalar.Real(big.doubleValue()) : Scalar.of(value.toString());
    }

    private record MapOfNodes(MapNode node) implements MapValue {
        @Override
        public int size() {
            return node.size();
        }

        @Override
        public @Nullable Value find(Value key) {
            Node found = key instanceof Scalar.Text text ? node.get(text.value()) : null;
            return found == null ? null : of(found);
        }

        @Override
        public Iterable<Value> keys() {
            return () -> node.keys().stream().<Value>map(Scalar::of).iterator();
        }
    }

    private record ListOfNodes(ListNode node) implements ListValue {
        @Override
        public int size() {
            return node.size();
        }

        @Override
        public Value get(int index) {
            return of(node.get(index));
        }
    }
}
