package dev.drydock.flux.ssa;

import java.util.Locale;
import org.apiguardian.api.API;

/** What an apply or a prune did with an object. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Action {
    /** The object is new. */
    CREATED,
    /** The object was changed. */
    CONFIGURED,
    /** The object was as it should be. */
    UNCHANGED,
    /** The object was deleted. */
    DELETED,
    /** The object is excluded from reconciliation. */
    SKIPPED,
    /** Something went wrong. */
    UNKNOWN;

    /** The action that a word names. */
    public static Action of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the event of an apply mentions this action (kustomize-controller, HasChanged). */
    public boolean hasChanged() {
        return this != SKIPPED && this != UNCHANGED;
    }

    /** The word in messages. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
