package dev.drydock.flux.helm;

import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;

/**
 * The end of a run, on whatever path it came.
 *
 * @param object the HelmRelease as the run leaves it
 * @param result what the queue is told
 * @param observes whether the generation counts as observed
 */
record Ending(MapNode object, Result result, boolean observes) {

    /** Nothing will change until something else does. */
    static Ending terminal(MapNode object) {
        return new Ending(object, new Result.Done(), true);
    }

    /** An error that is tried again with back-off. */
    static Ending failed(MapNode object, String error) {
        return new Ending(object, new Result.Failed(error), false);
    }

    /** At once again. */
    static Ending again(MapNode object) {
        return new Ending(object, new Result.Again(), false);
    }
}
