package dev.drydock.flux.runtime;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import java.util.Objects;

/** What of the changes of an object makes its own controller look (fluxcd/pkg runtime/predicates). */
public final class Triggers {

    private static final String REQUESTED_AT = "reconcile.fluxcd.io/requestedAt";

    private Triggers() {}

    /** The merge patch that asks for a reconciliation, as {@code flux reconcile} sends it. */
    public static MapNode request(Instant now) {
        return MapNode.of("metadata", MapNode.of("annotations", MapNode.of(REQUESTED_AT, now.toString())));
    }

    /** Creation, deletion, a new generation, a deletion that was asked for, or a reconcile request. */
    public static boolean isForOwner(WatchEvent event) {
        MapNode old = event.previous();
        if (event.type() != WatchEvent.Type.MODIFIED || old == null) {
            return true;
        }
        MapNode object = event.object();
        boolean requested = !Objects.equals(
                ObjectFields.annotations(old).get(REQUESTED_AT),
                ObjectFields.annotations(object).get(REQUESTED_AT));
        return requested
                || !Objects.equals(old.findLong("metadata", "generation"), object.findLong("metadata", "generation"));
    }
}
