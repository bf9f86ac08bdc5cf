package dev.drydock.kubernetes.expression;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.CustomValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.kubernetes.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A quantity as a value.
 *
 * @param fast the amount as the server keeps it where it has few digits, else null
 */
record QuantityValue(Quantity quantity, @Nullable FastAmount fast) implements CustomValue {

    static final CelType TYPE = CelType.object("kubernetes.Quantity");

    @Override
    public Value equal(Value other) {
        return other instanceof QuantityValue value
                ? Scalar.of(quantity.compareTo(value.quantity) == 0)
                : Failure.noSuchOverload(other);
    }

    @Override
    public CelType type() {
        return TYPE;
    }
}
