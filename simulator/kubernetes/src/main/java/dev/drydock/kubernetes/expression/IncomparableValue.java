package dev.drydock.kubernetes.expression;

import dev.drydock.cel.value.CustomValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Value;

/** Values of the authorizer's library, which cannot be compared. */
interface IncomparableValue extends CustomValue {

    @Override
    default Value equal(Value other) {
        return Failure.noSuchOverload(other);
    }
}
