package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.controllers.JobConditions.Ending;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the Pods of a Job that ended, each once: their uids are written into the status, then they lose the finalizer that
 * kept them, then they count (job_controller.go: trackJobStatusAndRemoveFinalizers).
 */
final class JobTracking {

    private final LoopContext context;
    private final MapNode job;
    private final JobCounts counts;
    private MapNode status;

    JobTracking(LoopContext context, MapNode job, JobCounts counts, MapNode status) {
        this.context = context;
        this.job = job;
        this.counts = counts;
        this.status = status;
    }

    /** Writes the status and lets go of Pods; returns why that failed, or nothing. */
    String run(@Nullable Ending ending, long terminating) {
        Set<String> succeeded = new TreeSet<>(counts.uncounted("succeeded"));
        Set<String> failed = new TreeSet<>(counts.uncounted("failed"));
        List<MapNode> released = new ArrayList<>();
        List<MapNode> pods = counts.pods().stream()
                .filter(JobPods::isTracked)
                .sorted(Comparator.comparingInt(JobPods::index))
                .toList();
        for (MapNode pod : pods) {
            if (isToRelease(pod, ending)) {
                released.add(pod);
                note(pod, ending, succeeded, failed);
            }
        }
        if (JobPods.isIndexed(job)) {
            status = put(status, "succeeded", counts.succeeded());
            String completed = counts.succeededIndexes().toString();
            status = completed.isEmpty()
                    ? status.without("completedIndexes")
                    : status.with("completedIndexes", completed);
            if (JobPods.hasLimitPerIndex(job)) {
                status = status.with("failedIndexes", counts.failedIndexes().toString());
            }
        }
        if (ending != null) {
            status = JobConditions.with(
                    status, ending.announced(), "True", ending.reason(), ending.message(), context.now());
        }
        MapNode written = job;
        status = status.with("uncountedTerminatedPods", uncounted(succeeded, failed));
        if (!released.isEmpty() || ending != null) {
            ApiResponse response = write(written);
            if (!response.isSuccess()) {
                return response.message();
            }
            written = response.object();
        }
        String failure = release(released, succeeded, failed);
        if (ending != null && succeeded.isEmpty() && failed.isEmpty() && terminating == 0) {
            status =
                    JobConditions.with(status, ending.last(), "True", ending.reason(), ending.message(), context.now());
            status = ending.success() ? status.with("completionTime", context.now()) : status;
        }
        String unwritten =
                status.equals(written.findMap("status")) ? "" : write(written).message();
        return failure.isEmpty() ? unwritten : failure;
    }

    private ApiResponse write(MapNode live) {
        return context.update(live.with("status", status), "status");
    }

    private boolean isToRelease(MapNode pod, @Nullable Ending ending) {
        if (ending != null || job.find("metadata", "deletionTimestamp") != null || JobPods.hasSucceeded(pod)) {
            return true;
        }
        return JobPods.hasFailed(job, pod) && !counts.isKept(pod);
    }

    private void note(MapNode pod, @Nullable Ending ending, Set<String> succeeded, Set<String> failed) {
        String uid = pod.findText("metadata", "uid");
        if (JobPods.hasSucceeded(pod)) {
            if (!JobPods.isIndexed(job) && !failed.contains(uid)) {
                succeeded.add(uid);
            }
        } else if (JobPods.hasFailed(job, pod) || (ending != null && !ending.success())) {
            boolean counted =
                    counts.hasValidIndex(pod) && JobFailurePolicy.of(job, pod).counts();
            if (counted) {
                failed.add(uid);
            }
        }
    }

    /** Takes the finalizer off Pods, counts those that let go and those that had gone before. */
    private String release(List<MapNode> released, Set<String> succeeded, Set<String> failed) {
        String failure = "";
        Set<String> held = new TreeSet<>();
        for (MapNode pod : released) {
            ApiResponse response = context.patch(pod, JobPods.withoutTracking(pod));
            if (!response.isSuccess() && response.code() != 404) {
                failure = response.message();
                held.add(pod.findText("metadata", "uid"));
            }
        }
        count("succeeded", succeeded, held);
        count("failed", failed, held);
        status = status.with("uncountedTerminatedPods", uncounted(succeeded, failed));
        return failure;
    }

    private void count(String field, Set<String> uids, Set<String> held) {
        int before = uids.size();
        uids.retainAll(held);
        status = put(status, field, PodTemplates.number(status, 0, field) + before - uids.size());
    }

    private static MapNode uncounted(Set<String> succeeded, Set<String> failed) {
        MapNode uids = MapNode.EMPTY;
        uids = succeeded.isEmpty() ? uids : uids.with("succeeded", ListNode.ofStrings(succeeded));
        return failed.isEmpty() ? uids : uids.with("failed", ListNode.ofStrings(failed));
    }

    /** A status with a number, which is not written when it is zero. */
    static MapNode put(MapNode status, String field, long value) {
        return value == 0 ? status.without(field) : status.with(field, value);
    }
}
