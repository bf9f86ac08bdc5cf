package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Value;
import org.apiguardian.api.API;

/**
 * The end of a run.
 *
 * @param value the value, which may be an error
 * @param cost what the run cost
 * @param cancelled whether it ended because it cost too much
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Evaluation(Value value, long cost, boolean cancelled) {

    /** Whether there is no value but an error. */
    public boolean failed() {
        return value instanceof Failure;
    }
}
