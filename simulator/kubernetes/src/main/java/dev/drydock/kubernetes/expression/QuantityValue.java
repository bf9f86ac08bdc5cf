package dev.drydock.kubernetes.expression;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.CustomValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.kubernetes.quantity.Quantity;

/** A quantity as a value. */
record QuantityValue(Quantity quantity) implements CustomValue {

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
