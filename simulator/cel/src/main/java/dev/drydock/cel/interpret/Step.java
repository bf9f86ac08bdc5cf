package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Value;

/** A part of an expression that is ready to run (cel-go, interpreter/interpretable.go). */
interface Step {

    /** The value; an error is a value too. */
    Value eval(Frame frame);
}
