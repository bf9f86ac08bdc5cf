package dev.drydock.cel.schema;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.CustomValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.Node;

/** A value without a type, which can only be compared. */
record PreservedValue(Node node) implements CustomValue {

    private static final CelType TYPE = CelType.opaque("unknown");

    @Override
    public Value equal(Value other) {
        if (other instanceof Failure) {
            return other;
        }
        return Scalar.of(other instanceof PreservedValue preserved && node.equals(preserved.node));
    }

    @Override
    public CelType type() {
        return TYPE;
    }
}
