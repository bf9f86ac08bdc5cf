package dev.drydock.kubernetes.server;

import dev.drydock.yaml.MapNode;
import java.time.Instant;

/**
 * What grace periods make of a deletion (apiserver registry/rest/delete.go BeforeDelete; registry/core/pod/strategy.go).
 *
 * <p>Only pods are deleted gracefully.
 *
 * @param object the object, with its time of deletion when that is set or moved
 * @param isGraceful whether the deletion is an update that somebody else completes
 * @param isPending whether an earlier deletion is still under way and nothing changes
 * @param seconds the grace period
 */
record Graceful(MapNode object, boolean isGraceful, boolean isPending, long seconds) {

    static Graceful of(Call call, MapNode live, DeleteOptions options, Instant now) {
        if (!call.gvr().groupResource().equals("pods")) {
            return new Graceful(live, false, false, 0);
        }
        return Objects.isDeleting(live) ? again(live, options, now) : first(live, options, now);
    }

    private static Graceful first(MapNode pod, DeleteOptions options, Instant now) {
        long seconds = period(pod, options);
        MapNode marked = Objects.withMeta(pod, "generation", Generations.next(pod));
        marked = Objects.withMeta(
                marked, "deletionTimestamp", now.plusSeconds(seconds).toString());
        return new Graceful(Objects.withMeta(marked, "deletionGracePeriodSeconds", seconds), true, false, seconds);
    }

    private static long period(MapNode pod, DeleteOptions options) {
        String phase = pod.findText("status", "phase");
        if (pod.findText("spec", "nodeName").isEmpty() || phase.equals("Failed") || phase.equals("Succeeded")) {
            return 0;
        }
        Long own = pod.findLong("spec", "terminationGracePeriodSeconds");
        Long wanted = options.gracePeriodSeconds();
        long seconds = wanted != null ? wanted : own == null ? 0 : own;
        return seconds < 0 ? 1 : seconds;
    }

    /** A second deletion may only shorten the time. */
    private static Graceful again(MapNode pod, DeleteOptions options, Instant now) {
        Long left = pod.findLong("metadata", "deletionGracePeriodSeconds");
        if (left == null || left == 0) {
            return new Graceful(pod, false, false, 0);
        }
        Long wanted = options.gracePeriodSeconds();
        if (wanted == null || wanted >= left) {
            return new Graceful(pod, false, true, left);
        }
        long seconds = wanted < 0 ? 1 : wanted;
        Instant end = Instant.parse(pod.findText("metadata", "deletionTimestamp"))
                .minusSeconds(left)
                .plusSeconds(seconds);
        if (end.isBefore(now)) {
            end = now;
            seconds = seconds == 0 ? 0 : 1;
        }
        MapNode moved = Objects.withMeta(pod, "deletionTimestamp", end.toString());
        return new Graceful(Objects.withMeta(moved, "deletionGracePeriodSeconds", seconds), true, false, seconds);
    }
}
