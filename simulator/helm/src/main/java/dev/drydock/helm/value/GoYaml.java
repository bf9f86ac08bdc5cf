package dev.drydock.helm.value;

import dev.drydock.yaml.GoNumbers;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import dev.drydock.yaml.YamlWriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** sigs.k8s.io/yaml: values go through JSON on their way to and from YAML. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoYaml {

    private static final BigInteger UNSIGNED_END = BigInteger.ONE.shiftLeft(64);

    private GoYaml() {}

    /**
     * yaml.Marshal, with a line end.
     *
     * @throws GoException for what JSON cannot hold
     */
    public static String marshal(@Nullable Object value) {
        return YamlWriter.write(tree(value));
    }

    /**
     * The tree that is written for a value: numbers without fraction are integers in it.
     *
     * @throws GoException for what JSON cannot hold
     */
    public static Node tree(@Nullable Object value) {
        return throughJson(GoTree.encode(value));
    }

    /**
     * yaml.Unmarshal into a map, a list or anything; the first document counts.
     *
     * @throws GoException with the library's message
     */
    public static Node unmarshal(String text, @Nullable String type) {
        Node node;
        try {
            node = YamlReader.parseFirst(text, "", YamlMode.KUBERNETES).document();
        } catch (YamlException e) {
            throw new GoException("error converting YAML to JSON: " + e.upstream());
        }
        refuseInfinity(node);
        String problem = mismatch(node, type);
        if (problem != null) {
            throw new GoException("error unmarshaling JSON: while decoding JSON: " + problem);
        }
        return node;
    }

    /**
     * json.Unmarshal.
     *
     * @throws GoException with the library's message
     */
    public static Node unmarshalJson(String text, @Nullable String type) {
        try {
            Node node = JsonReader.read(text, "");
            String problem = mismatch(node, type);
            if (problem != null) {
                throw new GoException(problem);
            }
            return node;
        } catch (YamlException e) {
            throw new GoException(e.upstream());
        }
    }

    /**
     * A scalar where a Go text is wanted: numbers and truth values become texts on the way from YAML. Null for the null
     * scalar.
     */
    public static @Nullable String asText(ScalarNode scalar) {
        Object value = scalar.value();
        if (value instanceof Long && scalar.text().matches(".*[.eE].*")) {
            return GoFloats.format(Double.parseDouble(value.toString()), 'g', -1);
        }
        return value instanceof Double number
                ? GoFloats.format(number, 'g', -1)
                : value == null ? null : value.toString();
    }

    private static void refuseInfinity(Node node) {
        if (node instanceof MapNode map) {
            map.values().forEach(GoYaml::refuseInfinity);
        } else if (node instanceof ListNode list) {
            list.forEach(GoYaml::refuseInfinity);
        } else if (((ScalarNode) node).value() instanceof Double number && (number.isInfinite() || number.isNaN())) {
            throw new GoException(
                    "error converting YAML to JSON: json: unsupported value: " + GoFloats.format(number, 'g', -1));
        }
    }

    private static @Nullable String mismatch(Node node, @Nullable String type) {
        if (type == null || node.isNull()) {
            return null;
        }
        boolean fits = type.startsWith("[]") ? node instanceof ListNode : node instanceof MapNode;
        return fits ? null : "json: cannot unmarshal " + JsonKind.of(node) + " into Go value of type " + type;
    }

    /** Integral doubles lose their point in JSON, so YAML takes them for integers where those have the range. */
    private static Node throughJson(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> throughJson(value));
        }
        if (node instanceof ListNode list) {
            List<Node> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(throughJson(item)));
            return ListNode.of(items);
        }
        if (!(((ScalarNode) node).value() instanceof Double number)) {
            return node;
        }
        String json = GoNumbers.json(number);
        if (json.equals("-0")) {
            return ScalarNode.of(0L);
        }
        if (json.indexOf('.') >= 0 || json.indexOf('e') >= 0) {
            return node;
        }
        BigInteger integer = new BigInteger(json);
        if (integer.bitLength() < 64) {
            return ScalarNode.of(integer.longValue());
        }
        return integer.signum() > 0 && integer.compareTo(UNSIGNED_END) < 0 ? ScalarNode.of(integer) : node;
    }
}
