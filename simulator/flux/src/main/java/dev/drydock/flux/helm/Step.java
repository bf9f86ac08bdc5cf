package dev.drydock.flux.helm;

import java.util.List;

/** One thing of which an action of Helm consists; what is left of an action is a list of them. */
sealed interface Step {

    /** Applies the definitions that the chart brings. */
    record ApplyDefinitions() implements Step {}

    /** Renders, checks, and stores the new revision. */
    record Prepare() implements Step {}

    /**
     * Deletes a hook whose policy says so.
     *
     * @param prefix words before an error
     * @param isLenient whether an error is passed over
     */
    record DeleteHook(Hook hook, String policy, String prefix, boolean isLenient) implements Step {}

    /**
     * Creates a hook.
     *
     * @param event the event at which it runs
     */
    record CreateHook(String event, Hook hook, String prefix) implements Step {}

    /**
     * Waits for a hook to end.
     *
     * @param earlier the hooks of the event that ran before
     */
    record WatchHook(Hook hook, List<Hook> earlier, String prefix) implements Step {

        public WatchHook {
            earlier = List.copyOf(earlier);
        }
    }

    /** Writes the objects of the release. */
    record Apply() implements Step {}

    /**
     * Waits for objects to become ready.
     *
     * @param seconds the longest time, zero for the timeout of the action
     * @param prefix words before an error
     */
    record WaitReady(List<Resource> resources, int seconds, String prefix) implements Step {

        public WaitReady {
            resources = List.copyOf(resources);
        }
    }

    /**
     * Waits for objects to be gone.
     *
     * @param collects whether an error does not end the action
     */
    record WaitGone(List<Resource> resources, String prefix, boolean collects) implements Step {

        public WaitGone {
            resources = List.copyOf(resources);
        }
    }

    /** Deletes the objects of the release. */
    record Delete() implements Step {}

    /** Records the result. */
    record Finish() implements Step {}

    /** Ends the action with an error. */
    record Fail(String error) implements Step {}
}
