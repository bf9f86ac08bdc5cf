package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Value;

/** A value that is known beforehand; it costs nothing. */
record Constant(Value value) implements Step {
    @Override
    public Value eval(Frame frame) {
        return value;
    }
}
