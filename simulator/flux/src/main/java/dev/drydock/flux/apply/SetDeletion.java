package dev.drydock.flux.apply;

import dev.drydock.flux.ssa.Action;
import dev.drydock.flux.ssa.ChangeSet;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ObjectMeta;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Deletes objects that a Kustomization owns, in the given order, and goes on after errors
 * (fluxcd/pkg ssa/manager_delete.go, DeleteAll).
 */
public final class SetDeletion {

    private static final Map<String, String> PROTECTED = Map.of(
            ObjectMeta.GROUP + "/prune",
            "disabled",
            ObjectMeta.GROUP + "/reconcile",
            "disabled",
            ObjectMeta.GROUP + "/ssa",
            "Ignore");

    /**
     * What came of it.
     *
     * @param changes an entry for every object
     * @param error the aggregated error, empty when there was none
     */
    public record Outcome(ChangeSet changes, String error) {}

    private final ManagedObjects objects;
    private final String ownerName;
    private final String ownerNamespace;

    /** A deletion as the identity behind the objects, of what a Kustomization owns. */
    public SetDeletion(ManagedObjects objects, String ownerName, String ownerNamespace) {
        this.objects = objects;
        this.ownerName = ownerName;
        this.ownerNamespace = ownerNamespace;
    }

    /** Deletes with background propagation and without waiting. */
    public Outcome delete(List<MapNode> doomed) {
        List<ChangeSet.Entry> entries = new ArrayList<>();
        StringBuilder errors = new StringBuilder();
        for (MapNode object : doomed) {
            entries.add(ChangeSet.Entry.of(object, delete(object, errors)));
        }
        return new Outcome(new ChangeSet(entries), errors.length() == 0 ? "" : "delete failed, errors: " + errors);
    }

    private Action delete(MapNode object, StringBuilder errors) {
        String subject = ObjectMetadata.of(object).subject();
        Answer found = objects.get(object);
        if (found.isNotFound()) {
            return Action.DELETED;
        }
        if (!(found instanceof Answer.Found live)) {
            errors.append(subject)
                    .append(" query failed: ")
                    .append(found.error())
                    .append(';');
            return Action.UNKNOWN;
        }
        if (!isOwned(live.object()) || ObjectMeta.matchesAny(live.object(), PROTECTED)) {
            return Action.SKIPPED;
        }
        Answer deleted = objects.delete(object);
        if (deleted instanceof Answer.Found || deleted.isNotFound()) {
            return Action.DELETED;
        }
        errors.append(subject)
                .append(" delete failed: ")
                .append(deleted.error())
                .append(';');
        return Action.UNKNOWN;
    }

    private boolean isOwned(MapNode live) {
        Map<String, String> labels = ObjectFields.labels(live);
        return ownerName.equals(labels.get(ObjectMeta.GROUP + "/name"))
                && ownerNamespace.equals(labels.get(ObjectMeta.GROUP + "/namespace"));
    }
}
