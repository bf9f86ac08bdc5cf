package dev.drydock.flux.apply;

import dev.drydock.flux.ssa.ApplyStages;
import dev.drydock.flux.ssa.ChangeSet;
import dev.drydock.kernel.Kernel;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Applies objects in four stages: definitions, classes, custom kinds, the rest. The first two are waited for before the
 * next begins (fluxcd/pkg ssa/manager_apply.go, ApplyAllStaged).
 */
public final class StagedApply {

    private static final Duration WAIT_TIMEOUT = Duration.ofSeconds(60);
    private static final int LAST_WAITED_STAGE = 1;

    /** Judges whether objects became ready. */
    public interface Readiness {

        /**
         * The error with which the waiting ends, an empty text when all are ready, nothing when it goes on.
         *
         * @param timedOut whether the time is over
         */
        Optional<String> judge(List<MapNode> objects, boolean timedOut);
    }

    private final ManagedObjects objects;
    private final Kernel kernel;
    private final ApplyOptions options;
    private final Readiness readiness;

    /** An apply as the identity behind the objects. */
    public StagedApply(ManagedObjects objects, Kernel kernel, ApplyOptions options, Readiness readiness) {
        this.objects = objects;
        this.kernel = kernel;
        this.options = options;
        this.readiness = readiness;
    }

    /** Begins; returns when done, failed, or waiting for a stage. */
    public ApplyRun start(List<MapNode> desired) {
        return run(desired, 0, ChangeSet.EMPTY);
    }

    /** Looks again whether the stage became ready, and goes on when it did. */
    public ApplyRun resume(List<MapNode> desired, ApplyRun.Waiting waiting) {
        if (waiting.recreating()) {
            boolean gone = waiting.waitedFor().stream()
                    .allMatch(object -> objects.get(object).isNotFound());
            return gone ? run(desired, waiting.stage(), waiting.changes()) : waiting;
        }
        boolean timedOut = !kernel.now().isBefore(waiting.since().plus(WAIT_TIMEOUT));
        Optional<String> verdict = readiness.judge(waiting.waitedFor(), timedOut);
        if (verdict.isEmpty()) {
            return waiting;
        }
        return verdict.get().isEmpty()
                ? run(desired, waiting.stage() + 1, waiting.changes())
                : new ApplyRun.Failed(verdict.get(), waiting.changes(), null);
    }

    private ApplyRun run(List<MapNode> desired, int from, ChangeSet completed) {
        List<List<MapNode>> stages =
                ApplyStages.of(desired, options.customKinds()).inOrder();
        StageApply stageApply = new StageApply(objects, options);
        ChangeSet changes = completed;
        for (int stage = from; stage < stages.size(); stage++) {
            List<MapNode> members = stages.get(stage);
            if (members.isEmpty()) {
                continue;
            }
            List<MapNode> awaited;
            try {
                ChangeSet applied = stageApply.apply(members);
                awaited = applied.entries().stream()
                        .map(entry -> entry.object().toObject(entry.version()))
                        .toList();
                changes = changes.plus(applied);
            } catch (StageApply.StillThereException e) {
                return new ApplyRun.Waiting(changes, stage, List.of(e.object()), kernel.now(), true);
            } catch (StageApply.StageException e) {
                return new ApplyRun.Failed(String.valueOf(e.getMessage()), changes, e.refusal());
            }
            if (stage <= LAST_WAITED_STAGE) {
                return resume(desired, new ApplyRun.Waiting(changes, stage, awaited, kernel.now(), false));
            }
        }
        return new ApplyRun.Done(changes);
    }
}
