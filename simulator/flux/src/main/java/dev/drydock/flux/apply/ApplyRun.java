package dev.drydock.flux.apply;

import dev.drydock.flux.ssa.ChangeSet;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a staged apply came. Immutable, so that a world with an apply under way can be copied. */
public sealed interface ApplyRun {

    /**
     * All stages are done.
     *
     * @param changes what was done with every object
     */
    record Done(ChangeSet changes) implements ApplyRun {}

    /**
     * A stage is written and its objects are not ready yet, or it waits for an object to be gone that is to be recreated,
     * which has no end of its own.
     *
     * @param changes of the stages so far, this one included when it is written
     * @param stage index of the stage that is waited for
     * @param waitedFor the objects that are to become ready, or to be gone
     * @param since when the waiting began
     * @param recreating whether they are to be gone
     */
    record Waiting(ChangeSet changes, int stage, List<MapNode> waitedFor, Instant since, boolean recreating)
            implements ApplyRun {}

    /**
     * It failed.
     *
     * @param error text of the error
     * @param changes of the stages that were completed before
     * @param refusal the refusal of the server that is behind it, if any
     */
    record Failed(String error, ChangeSet changes, @Nullable ApiResponse refusal) implements ApplyRun {}
}
