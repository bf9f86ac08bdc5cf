package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** ttl-after-finished-controller (pkg/controller/ttlafterfinished): deletes Jobs some time after they have ended. */
final class FinishedJobLoop implements ControlLoop {

    @Override
    public String name() {
        return "ttl-after-finished-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        boolean isJob = event.resource().groupResource().equals("jobs.batch");
        return isJob
                        && event.type() != WatchEvent.Type.DELETED
                        && expiry(event.object()).isPresent()
                ? List.of(NamespacedName.of(event.object()))
                : List.of();
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> job = context.get(Kinds.JOB, name);
        Optional<Instant> expiry = job.flatMap(FinishedJobLoop::expiry);
        if (job.isEmpty() || expiry.isEmpty()) {
            return new Result.Done();
        }
        Duration left = Duration.between(context.kernel().now(), expiry.get());
        if (!left.isZero() && !left.isNegative()) {
            return new Result.After(left);
        }
        ApiResponse deleted = context.delete(job.get(), "Foreground");
        return deleted.isSuccess() ? new Result.Done() : new Result.Failed(deleted.message());
    }

    /** When a Job is to be deleted; empty unless it has ended, says so, and is not being deleted already. */
    private static Optional<Instant> expiry(MapNode job) {
        Long seconds = job.findLong("spec", "ttlSecondsAfterFinished");
        if (seconds == null || job.find("metadata", "deletionTimestamp") != null) {
            return Optional.empty();
        }
        for (Node condition : job.findList("status", "conditions")) {
            String type = condition.findText("type");
            boolean isEnd = type.equals("Complete") || type.equals("Failed");
            if (isEnd && condition.findText("status").equals("True")) {
                String since = condition.findText("lastTransitionTime");
                return since.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Instant.parse(since).plusSeconds(seconds));
            }
        }
        return Optional.empty();
    }
}
