package dev.drydock.flux.timing;

import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What source-controller makes of a finished reconciliation (internal/reconcile, ComputeReconcileResult).
 *
 * @param requeue whether the object is queued again with back-off
 * @param requeueAfter time to the next run, zero for none
 * @param setsObservedGeneration whether the observed generation moves
 * @param conditions the conditions afterwards
 * @param returnedError the error that is returned, which makes the queue back off, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SourceResult(
        boolean requeue,
        Duration requeueAfter,
        boolean setsObservedGeneration,
        List<MapNode> conditions,
        @Nullable String returnedError) {

    /** How the reconciliation ended. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public enum Outcome {
        /** Nothing to say. */
        EMPTY,
        /** At once again. */
        REQUEUE,
        /** Done until the next interval. */
        SUCCESS
    }

    /** An error that ended the reconciliation. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public sealed interface Failure {

        /** The message. */
        String message();
    }

    /** An error of no kind. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Plain(String message) implements Failure {}

    /**
     * An ordinary error.
     *
     * @param ignore whether it counts as no error
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Generic(String message, boolean ignore) implements Failure {}

    /**
     * Something is not there yet.
     *
     * @param requeueAfter when to look again, zero for the interval
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Waiting(String message, Duration requeueAfter) implements Failure {}

    /**
     * Only a change of the object can help.
     *
     * @param reason reason of the Stalled condition
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Stalling(String message, String reason) implements Failure {}

    /** The result of an outcome, for an object with these conditions. */
    public static SourceResult compute(
            Outcome outcome, @Nullable Failure failure, Duration interval, List<MapNode> before) {
        List<MapNode> conditions = new ArrayList<>(before);
        if (failure == null && outcome == Outcome.SUCCESS) {
            remove(conditions, "Reconciling");
        }
        if (isTrue(conditions, "Reconciling") && !isTrue(conditions, "Stalled")) {
            conditions.replaceAll(condition ->
                    isType(condition, "Reconciling") ? condition.with("reason", "ProgressingWithRetry") : condition);
        }
        boolean observes = false;
        String returned = failure == null ? null : failure.message();
        if (failure instanceof Stalling stalling) {
            if (outcome == Outcome.EMPTY) {
                remove(conditions, "Reconciling");
                remove(conditions, "Stalled");
                conditions.add(0, condition(stalling));
                observes = true;
                returned = null;
            }
        } else {
            observes = failure == null && outcome != Outcome.REQUEUE && !conditions.isEmpty();
            remove(conditions, "Stalled");
            if (failure instanceof Waiting) {
                returned = null;
            } else if (failure instanceof Generic generic && generic.ignore) {
                observes = !conditions.isEmpty();
                remove(conditions, "Reconciling");
                returned = null;
            }
        }
        Duration after = requeueAfter(outcome, failure, interval);
        boolean again = outcome == Outcome.REQUEUE && after.isZero();
        return new SourceResult(again, after, observes, List.copyOf(conditions), returned);
    }

    private static Duration requeueAfter(Outcome outcome, @Nullable Failure failure, Duration interval) {
        if (failure instanceof Waiting waiting) {
            return waiting.requeueAfter.isZero() ? interval : waiting.requeueAfter;
        }
        if (failure instanceof Generic generic && generic.ignore) {
            return interval;
        }
        return outcome == Outcome.SUCCESS ? interval : Duration.ZERO;
    }

    private static MapNode condition(Stalling stalling) {
        return MapNode.of("type", "Stalled", "status", "True", "reason", stalling.reason)
                .with("message", stalling.message);
    }

    private static void remove(List<MapNode> conditions, String type) {
        conditions.removeIf(condition -> isType(condition, type));
    }

    private static boolean isTrue(List<MapNode> conditions, String type) {
        return conditions.stream()
                .anyMatch(condition ->
                        isType(condition, type) && condition.findText("status").equals("True"));
    }

    private static boolean isType(MapNode condition, String type) {
        return condition.findText("type").equals(type);
    }
}
