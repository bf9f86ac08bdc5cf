package dev.drydock.flux.kustomization;

import dev.drydock.flux.apply.ApplyRun;
import dev.drydock.flux.ssa.ChangeSet;
import dev.drydock.flux.ssa.Inventory;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import java.util.List;

/**
 * One run of a Kustomization that waits for something. Immutable, so that a world with runs under way can be copied.
 *
 * @param before the Kustomization as last written
 * @param object the Kustomization with what the run changed in it so far
 * @param revision revision of the artifact
 * @param digest digest of the built text
 * @param desired the objects to apply
 * @param phase what is waited for
 * @param started when the run began
 */
record Run(
        MapNode before,
        MapNode object,
        String revision,
        String digest,
        List<MapNode> desired,
        Phase phase,
        Instant started) {

    Run {
        desired = List.copyOf(desired);
    }

    /** What a run waits for. */
    sealed interface Phase {}

    /**
     * A stage of the apply.
     *
     * @param apply how far the apply came
     */
    record Applying(ApplyRun.Waiting apply) implements Phase {}

    /**
     * The health of objects.
     *
     * @param awaited the objects
     * @param changes what the apply did
     * @param wasHealthy whether the Healthy condition was True before
     * @param since when the waiting began
     */
    record Checking(List<MapNode> awaited, ChangeSet changes, boolean wasHealthy, Instant since) implements Phase {

        Checking {
            awaited = List.copyOf(awaited);
        }
    }

    /**
     * The files of the artifact: a moment passes between the check of the dependencies and the apply, in which others see
     * the Kustomization progressing.
     *
     * @param url URL of the artifact
     */
    record Fetching(String url) implements Phase {}

    /**
     * The end of objects that were deleted.
     *
     * @param doomed what is looked at, one after the other
     * @param since when the waiting began
     */
    record Terminating(List<MapNode> doomed, Instant since) implements Phase {

        Terminating {
            doomed = List.copyOf(doomed);
        }
    }

    /** Before anything was waited for. */
    record Starting() implements Phase {}

    Run with(MapNode changed) {
        return new Run(before, changed, revision, digest, desired, phase, started);
    }

    Run about(String artifactRevision) {
        return new Run(before, object, artifactRevision, digest, desired, phase, started);
    }

    Run in(Phase next) {
        return new Run(before, object, revision, digest, desired, next, started);
    }

    Run written() {
        return new Run(object, object, revision, digest, desired, phase, started);
    }

    KustomizationSpec spec() {
        return new KustomizationSpec(object);
    }

    Inventory inventory() {
        return Inventory.of(object.findMap("status", "inventory"));
    }
}
