package dev.drydock.kustomize.fieldspec;

import dev.drydock.kustomize.field.KindErrors;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.function.UnaryOperator;

/** What field specs are changed with; follows filters/filtersutil/setters.go. */
public final class Setters {

    private Setters() {}

    /** Replaces a scalar by a string. */
    public static UnaryOperator<Node> string(String text) {
        return old -> {
            KindErrors.require(old, Kind.SCALAR);
            return Scalars.stringInPlaceOf(old, text);
        };
    }

    /** Replaces a scalar by a string unless it has a value. */
    public static UnaryOperator<Node> stringIfEmpty(String text) {
        UnaryOperator<Node> set = string(text);
        return old -> Scalars.value(old).isEmpty() ? set.apply(old) : old;
    }

    /** Replaces a scalar by an integer. */
    public static UnaryOperator<Node> integer(long number) {
        return old -> {
            KindErrors.require(old, Kind.SCALAR);
            String text = Long.toString(number);
            return old instanceof ScalarNode scalar && Scalars.isQuoted(scalar)
                    ? Scalars.stringInPlaceOf(old, text)
                    : ScalarNode.of(number);
        };
    }

    /** Sets an entry of a map to a string, which is the same node wherever it is new. */
    public static Node entry(Node old, String key, ScalarNode value) {
        KindErrors.require(old, Kind.MAP);
        MapNode map = old instanceof MapNode m ? m : MapNode.EMPTY;
        Node present = map.get(key);
        return map.with(key, present == null ? value : Scalars.stringInPlaceOf(present, value.stringValue()));
    }
}
