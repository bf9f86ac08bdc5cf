package dev.drydock.cel.interpret;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Value;

/** There is no variable of these names; another reading of a dotted name may still find one. */
record Missing(String names) implements Value {

    /** The value, with a missing variable as the error that it is in the end. */
    static Value settled(Value value) {
        return value instanceof Missing missing ? new Failure("no such attribute(s): " + missing.names) : value;
    }

    @Override
    public CelType type() {
        return CelType.ERROR;
    }
}
