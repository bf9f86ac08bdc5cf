package dev.drydock.kubernetes.expression;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.CustomValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.function.Function;

/**
 * A format of strings as a value.
 *
 * @param problems what is wrong with a string
 * @param patternSize what matching costs
 */
record NamedFormat(String name, Function<String, List<String>> problems, int patternSize) implements CustomValue {

    static final CelType TYPE = CelType.object("kubernetes.NamedFormat");

    @Override
    public Value equal(Value other) {
        return other instanceof NamedFormat format
                ? Scalar.of(name.equals(format.name))
                : Failure.noSuchOverload(other);
    }

    @Override
    public CelType type() {
        return TYPE;
    }
}
