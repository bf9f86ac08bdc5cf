package dev.drydock.flux.apply;

import dev.drydock.flux.ssa.Action;
import dev.drydock.flux.ssa.ApplyErrors;
import dev.drydock.flux.ssa.ChangeSet;
import dev.drydock.flux.ssa.ConversionBundle;
import dev.drydock.flux.ssa.Drift;
import dev.drydock.flux.ssa.IgnoreRuleException;
import dev.drydock.flux.ssa.IgnoreRules;
import dev.drydock.flux.ssa.ObjectMeta;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Applies the objects of one stage: every dry run must pass before anything of the stage is written
 * (fluxcd/pkg ssa/manager_apply.go, ApplyAll).
 */
final class StageApply {

    private static final Map<String, String> EXCLUDED =
            Map.of(ObjectMeta.GROUP + "/reconcile", "disabled", ObjectMeta.GROUP + "/ssa", "Ignore");
    private static final Map<String, String> IF_NOT_PRESENT = Map.of(ObjectMeta.GROUP + "/ssa", "IfNotPresent");
    private static final Map<String, String> MERGE = Map.of(ObjectMeta.GROUP + "/ssa", "Merge");
    private static final Map<String, String> FORCE = Map.of(ObjectMeta.GROUP + "/force", "enabled");

    /** {@code --concurrent-ssa}. */
    private static final int CONCURRENCY = 4;

    private final ManagedObjects objects;
    private final ApplyOptions options;
    private final FieldCleanup cleanup;

    StageApply(ManagedObjects objects, ApplyOptions options) {
        this.objects = objects;
        this.options = options;
        this.cleanup = new FieldCleanup(options.overrideManagers());
    }

    /** An error that ends the stage. */
    static final class StageException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient @Nullable ApiResponse refusal;

        StageException(String message, @Nullable ApiResponse refusal) {
            super(message, null, false, false);
            this.refusal = refusal;
        }

        @Nullable
        ApiResponse refusal() {
            return refusal;
        }
    }

    /** An object that is to be recreated is being deleted, and a finalizer holds it. */
    static final class StillThereException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient MapNode object;

        StillThereException(MapNode object) {
            super("is being deleted", null, false, false);
            this.object = object;
        }

        MapNode object() {
            return object;
        }
    }

    /** One object between its dry run and its write. */
    private record Planned(MapNode payload, Action action, MapNode seen) {}

    /**
     * Applies the objects in order.
     *
     * @throws StageException when one of them cannot be applied
     * @throws StillThereException when one of them cannot be recreated yet
     */
    ChangeSet apply(List<MapNode> stage) {
        IgnoreRules rules;
        try {
            rules = IgnoreRules.compile(options.ignoreRules());
        } catch (IgnoreRuleException e) {
            throw new StageException(String.valueOf(e.getMessage()), null);
        }
        List<Planned> plans = plan(stage, rules);
        List<ChangeSet.Entry> entries = new ArrayList<>();
        for (Planned plan : plans) {
            if (plan.action() == Action.CREATED || plan.action() == Action.CONFIGURED) {
                Answer written = objects.apply(plan.payload(), false);
                if (!(written instanceof Answer.Found)) {
                    throw failure(subject(plan.payload()) + " apply failed: ", written);
                }
            }
            entries.add(ChangeSet.Entry.of(plan.seen(), plan.action()));
        }
        return new ChangeSet(entries);
    }

    /**
     * Dry runs of all objects. Upstream has several in flight; the first error that comes back ends them all, so that an
     * error that needs fewer requests wins over one of an object further up.
     */
    private List<Planned> plan(List<MapNode> stage, IgnoreRules rules) {
        List<Planned> plans = new ArrayList<>();
        PriorityQueue<Integer> free = new PriorityQueue<>(Collections.nCopies(CONCURRENCY, 0));
        StageException first = null;
        StillThereException held = null;
        int firstAt = Integer.MAX_VALUE;
        for (MapNode object : stage) {
            int begin = free.remove();
            if (begin >= firstAt) {
                break;
            }
            int end = begin + 2;
            try {
                plans.add(plan(ConversionBundle.withoutInvalid(object), rules));
            } catch (StillThereException e) {
                held = e;
            } catch (StageException e) {
                // A kind that nobody serves is known before the server is asked to apply anything.
                end = e.refusal() == null ? begin + 1 : end;
                if (end < firstAt) {
                    first = e;
                    firstAt = end;
                }
            }
            free.add(end);
        }
        if (first != null) {
            throw first;
        }
        if (held != null) {
            throw held;
        }
        return plans;
    }

    private Planned plan(MapNode object, IgnoreRules rules) {
        Answer found = objects.get(object);
        MapNode live = found instanceof Answer.Found f ? f.object() : null;
        if (matches(object, live, EXCLUDED) || (live != null && ObjectMeta.matchesAny(object, IF_NOT_PRESENT))) {
            return new Planned(object, Action.SKIPPED, live == null ? object : live);
        }
        Answer dryRun = objects.apply(object, true);
        if (dryRun instanceof Answer.Refused refused
                && !found.isNotFound()
                && ApplyErrors.isImmutable(refused.response().status().orElseThrow())
                && (options.force() || matches(object, live, FORCE))) {
            Answer deleted = objects.delete(object);
            if (!(deleted instanceof Answer.Found) && !deleted.isNotFound()) {
                throw failure(subject(object) + " immutable field detected, failed to delete object: ", deleted);
            }
            if (!objects.get(object).isNotFound()) {
                throw new StillThereException(object);
            }
            dryRun = objects.apply(object, true);
        }
        if (!(dryRun instanceof Answer.Found ran)) {
            throw dryRunFailure(dryRun, object);
        }
        boolean cleaned = live != null && !matches(object, live, MERGE) && clean(object, live);
        MapNode result = ran.object();
        boolean isNew = result.find("metadata", "resourceVersion") == null;
        boolean drifted =
                isNew || live == null || (rules.isEmpty() ? Drift.between(live, result) : rules.drift(live, result));
        if (!drifted && !cleaned) {
            return new Planned(object, Action.UNCHANGED, result);
        }
        MapNode payload = isNew || live == null || rules.isEmpty()
                ? object
                : IgnoreRules.payload(object, rules.differences(live, result));
        return new Planned(payload, isNew ? Action.CREATED : Action.CONFIGURED, result);
    }

    private boolean clean(MapNode object, MapNode live) {
        ListNode patch = cleanup.patch(live);
        if (patch.isEmpty()) {
            return false;
        }
        Answer patched = objects.patch(live, patch);
        if (patched instanceof Answer.Found) {
            return true;
        }
        throw failure(subject(object) + " metadata.managedFields cleanup failed: ", patched);
    }

    private static boolean matches(MapNode desired, @Nullable MapNode live, Map<String, String> pairs) {
        return ObjectMeta.matchesAny(desired, pairs) || (live != null && ObjectMeta.matchesAny(live, pairs));
    }

    private static StageException dryRunFailure(Answer answer, MapNode object) {
        return answer instanceof Answer.Refused refused
                ? new StageException(
                        ApplyErrors.dryRunMessage(refused.response().status().orElseThrow(), object),
                        refused.response())
                : new StageException(ApplyErrors.dryRunMessage(answer.error(), object), null);
    }

    private static StageException failure(String prefix, Answer answer) {
        return new StageException(
                prefix + answer.error(), answer instanceof Answer.Refused refused ? refused.response() : null);
    }

    private static String subject(MapNode object) {
        return ObjectMetadata.of(object).subject();
    }
}
