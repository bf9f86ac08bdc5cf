package dev.drydock.kubernetes.runtime;

import java.time.Duration;

/** How one run of a reconciler ended, as controller-runtime distinguishes it. */
public sealed interface Result {

    /** Nothing is due until something changes. */
    record Done() implements Result {}

    /**
     * To be looked at again after a while: an interval or a retry.
     *
     * @param delay how long
     */
    record After(Duration delay) implements Result {}

    /** To be run again at once, as after adding the finalizer. */
    record Again() implements Result {}

    /**
     * Failed with an error that the queue retries with back-off.
     *
     * @param error text of the error
     */
    record Failed(String error) implements Result {}

    /**
     * The run goes on after a while of waiting; new triggers of the object are held back until it ends.
     *
     * @param poll how long until the next look
     */
    record Waiting(Duration poll) implements Result {}
}
