package dev.drydock.kubernetes.controllers;

import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has become of a Job's Pods: those counted in its status, and those that ended since. */
final class JobCounts {

    private final MapNode job;
    private final List<MapNode> pods;
    private final List<MapNode> active;
    private final long succeeded;
    private final long failed;
    private final JobIndexes succeededIndexes;
    private final JobIndexes failedIndexes;
    private final Map<Integer, MapNode> kept = new TreeMap<>();

    JobCounts(MapNode job, List<MapNode> pods) {
        this.job = job;
        this.pods = pods;
        this.active = pods.stream().filter(PodTemplates::isActive).toList();
        List<MapNode> fresh = pods.stream().filter(this::isFresh).toList();
        List<MapNode> failures =
                fresh.stream().filter(pod -> JobPods.hasFailed(job, pod)).toList();
        List<Integer> successes =
                fresh.stream().filter(JobPods::hasSucceeded).map(JobPods::index).toList();
        failed = PodTemplates.number(job, 0, "status", "failed")
                + uncounted("failed").size()
                + failures.stream()
                        .filter(pod -> JobFailurePolicy.of(job, pod).counts())
                        .count();
        if (!JobPods.isIndexed(job)) {
            succeededIndexes = JobIndexes.parse("", 0);
            failedIndexes = succeededIndexes;
            succeeded = PodTemplates.number(job, 0, "status", "succeeded")
                    + uncounted("succeeded").size()
                    + successes.size();
            return;
        }
        long completions = PodTemplates.wanted(job, "completions");
        succeededIndexes = JobIndexes.parse(job.findText("status", "completedIndexes"), completions)
                .plus(successes);
        succeeded = succeededIndexes.total();
        Long limit = job.findLong("spec", "backoffLimitPerIndex");
        List<Integer> given = limit == null
                ? List.of()
                : failures.stream()
                        .filter(pod -> isLast(pod, limit))
                        .map(JobPods::index)
                        .toList();
        failedIndexes = JobIndexes.parse(job.findText("status", "failedIndexes"), completions)
                .plus(given);
        if (limit != null) {
            keepLastFailures(failures);
        }
    }

    /** Whether a Pod's failure is the last that its index may have. */
    private boolean isLast(MapNode pod, long limit) {
        JobFailurePolicy policy = JobFailurePolicy.of(job, pod);
        return policy.failsIndex() || (policy.counts() && JobPods.failures(pod) >= limit);
    }

    /** A failed Pod stays until another takes its index, which counts on from it. */
    private void keepLastFailures(List<MapNode> failures) {
        List<Integer> taken = active().stream().map(JobPods::index).toList();
        failures.stream()
                .filter(pod -> !succeededIndexes.has(JobPods.index(pod))
                        && !failedIndexes.has(JobPods.index(pod))
                        && !taken.contains(JobPods.index(pod)))
                .sorted(Comparator.comparingLong(JobPods::allFailures).thenComparing(JobPods::finished))
                .forEach(pod -> kept.put(JobPods.index(pod), pod));
    }

    private boolean isFresh(MapNode pod) {
        String uid = pod.findText("metadata", "uid");
        return JobPods.isTracked(pod)
                && hasValidIndex(pod)
                && !uncounted("succeeded").contains(uid)
                && !uncounted("failed").contains(uid);
    }

    boolean hasValidIndex(MapNode pod) {
        int index = JobPods.index(pod);
        return !JobPods.isIndexed(job)
                || (index != JobPods.NO_INDEX && index < PodTemplates.number(job, 1, "spec", "completions"));
    }

    /** The uids of Pods that a status names as ended but does not count yet. */
    List<String> uncounted(String field) {
        return job.findList("status", "uncountedTerminatedPods", field).strings();
    }

    List<MapNode> pods() {
        return pods;
    }

    List<MapNode> active() {
        return active;
    }

    long succeeded() {
        return succeeded;
    }

    long failed() {
        return failed;
    }

    JobIndexes succeededIndexes() {
        return succeededIndexes;
    }

    JobIndexes failedIndexes() {
        return failedIndexes;
    }

    /** The failed Pods that wait for another of their index, by index. */
    Map<Integer, MapNode> kept() {
        return kept;
    }

    boolean isKept(MapNode pod) {
        return pod.equals(kept.get(JobPods.index(pod)));
    }

    /** The first indexes that need a Pod. */
    List<Integer> pending(long most) {
        JobIndexes busy = succeededIndexes
                .plus(failedIndexes.values())
                .plus(active().stream().map(JobPods::index).toList());
        List<Integer> indexes = new ArrayList<>();
        for (int i = 0; i < PodTemplates.number(job, 1, "spec", "completions") && indexes.size() < most; i++) {
            if (!busy.has(i) && !isStillThere(i)) {
                indexes.add(i);
            }
        }
        return indexes;
    }

    /** Whether a Pod of an index is on its way out and is to be waited for. */
    private boolean isStillThere(int index) {
        return JobPods.replacesOnlyFailed(job)
                && pods.stream().anyMatch(pod -> JobPods.isTerminating(pod) && JobPods.index(pod) == index);
    }
}
