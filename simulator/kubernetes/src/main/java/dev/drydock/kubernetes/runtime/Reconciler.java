package dev.drydock.kubernetes.runtime;

import dev.drydock.kubernetes.NamespacedName;

/** Brings one object to rest. */
public interface Reconciler {

    /** One run from its beginning. */
    Result reconcile(NamespacedName name);

    /** The next look of a run that ended as {@link Result.Waiting}. */
    default Result resume(NamespacedName name) {
        return reconcile(name);
    }

    /** Told that a trigger arrived while a run waits; returns whether the run is to be resumed at once. */
    default boolean interrupts(NamespacedName name) {
        return false;
    }
}
