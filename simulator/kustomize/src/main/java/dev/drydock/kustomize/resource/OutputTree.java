package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A tree as it looks after a trip through JSON: numbers with an integral value are integers. */
public final class OutputTree {

    private static final BigInteger MIN = BigInteger.ONE.shiftLeft(63).negate();
    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(64);

    private OutputTree() {}

    /**
     * The tree as JSON would give it back.
     *
     * @throws KustomizeException for infinities and NaN, which JSON does not have
     */
    public static Node of(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> of(value));
        }
        if (node instanceof ListNode list) {
            return list.map(OutputTree::of);
        }
        return node instanceof ScalarNode scalar && scalar.value() instanceof Double number
                ? number(scalar, number)
                : node;
    }

    private static ScalarNode number(ScalarNode scalar, double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            String text = Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
            throw new KustomizeException("json: unsupported value: " + text, scalar.location());
        }
        if (number != Math.rint(number)) {
            return scalar;
        }
        BigInteger integer = new BigDecimal(number).toBigInteger();
        boolean fits = integer.compareTo(MIN) >= 0 && integer.compareTo(MAX) < 0 && Math.abs(number) < 1e21;
        return fits ? ScalarNode.of(new BigDecimal(Double.toString(number)).toBigInteger()) : scalar;
    }
}
