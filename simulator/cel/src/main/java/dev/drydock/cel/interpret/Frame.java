package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Value;
import org.jspecify.annotations.Nullable;

/** What is known at a point of a run: the names, and the meter. */
interface Frame {

    /** The value of a name, or null. */
    @Nullable
    Value resolve(String name);

    /** What counts the cost. */
    Meter meter();

    /** The outermost frame. */
    record Root(Variables variables, Meter meter) implements Frame {
        @Override
        public @Nullable Value resolve(String name) {
            return variables.find(name);
        }
    }
}
