package dev.drydock.kustomize.fieldspec;

import dev.drydock.kustomize.field.KindErrors;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Map;
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

    /** Sets entries of a map to strings. */
    public static UnaryOperator<Node> entries(Map<String, String> entries) {
        return old -> {
            KindErrors.require(old, Kind.MAP);
            MapNode map = old instanceof MapNode m ? m : MapNode.EMPTY;
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                map = map.with(entry.getKey(), Scalars.stringInPlaceOf(map.get(entry.getKey()), entry.getValue()));
            }
            return map;
        };
    }
}
