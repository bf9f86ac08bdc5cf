package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Collections;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Value;

/** {@code x in [constants]}, which costs nothing (cel-go, interpreter/decorators.go, maybeOptimizeSetMembership). */
record Membership(Step element, ListValue list) implements Step {
    @Override
    public Value eval(Frame frame) {
        Value value = element.eval(frame);
        return value instanceof Failure ? value : Collections.in(value, list);
    }
}
