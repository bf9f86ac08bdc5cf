package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.controllers.JobConditions.Ending;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One look at a Job that has not ended (pkg/controller/job/job_controller.go: syncJob). */
final class JobSync {

    private final LoopContext context;
    private final MapNode job;
    private final boolean suspended;
    private final JobCounts counts;
    private final List<MapNode> pods;
    private MapNode status;
    private long active;
    private long ready;
    private long terminating;
    private String failure = "";
    private @Nullable Duration wait;

    JobSync(LoopContext context, MapNode job) {
        this.context = context;
        this.job = job;
        this.suspended = job.isTrue("spec", "suspend");
        this.pods = context.owned(Kinds.POD, job);
        this.counts = new JobCounts(job, pods);
        this.status = job.findMap("status");
        this.active = counts.active().size();
        this.ready = counts.active().stream().filter(PodTemplates::isReady).count();
        this.terminating = pods.stream().filter(JobPods::isTerminating).count();
    }

    Result run() {
        if (!suspended && !status.has("startTime")) {
            status = status.with("startTime", context.now());
        }
        Ending ending = JobConditions.announced(status)
                .or(this::failed)
                .or(this::failedIndexes)
                .or(() -> JobSuccessPolicy.met(job, counts.succeededIndexes()))
                .orElse(null);
        if (ending != null) {
            delete(counts.active());
        } else {
            boolean managed = job.find("metadata", "deletionTimestamp") == null;
            if (managed) {
                manage();
            }
            if (isComplete()) {
                ending = new Ending(true, "CompletionsReached", "Reached expected number of succeeded pods");
            } else if (managed) {
                noteSuspension();
            }
        }
        status = JobTracking.put(status, "active", active).with("ready", ready).with("terminating", terminating);
        String untracked = new JobTracking(context, job, counts, status).run(ending, terminating);
        failure = failure.isEmpty() ? untracked : failure;
        if (!failure.isEmpty()) {
            return new Result.Failed(failure);
        }
        return wait == null ? new Result.Done() : new Result.After(wait);
    }

    private Optional<Ending> failed() {
        for (MapNode pod : pods) {
            String message =
                    JobPods.hasFailed(job, pod) ? JobFailurePolicy.of(job, pod).message() : "";
            if (!message.isEmpty()) {
                return Optional.of(new Ending(false, "PodFailurePolicy", message));
            }
        }
        if (counts.failed() > PodTemplates.number(job, 6, "spec", "backoffLimit")) {
            return Optional.of(
                    new Ending(false, "BackoffLimitExceeded", "Job has reached the specified backoff limit"));
        }
        Long deadline = job.findLong("spec", "activeDeadlineSeconds");
        if (deadline != null && !suspended) {
            Instant end = Instant.parse(status.findText("startTime")).plusSeconds(deadline);
            if (!context.kernel().now().isBefore(end)) {
                return Optional.of(
                        new Ending(false, "DeadlineExceeded", "Job was active longer than specified deadline"));
            }
            waitFor(Duration.between(context.kernel().now(), end));
        }
        return Optional.empty();
    }

    private Optional<Ending> failedIndexes() {
        int failed = counts.failedIndexes().total();
        Long most = job.findLong("spec", "maxFailedIndexes");
        if (most != null && failed > most) {
            return Optional.of(new Ending(
                    false,
                    "MaxFailedIndexesExceeded",
                    "Job has exceeded the specified maximal number of failed indexes"));
        }
        return failed > 0 && failed + counts.succeeded() >= PodTemplates.number(job, 1, "spec", "completions")
                ? Optional.of(new Ending(false, "FailedIndexes", "Job has failed indexes"))
                : Optional.empty();
    }

    private boolean isComplete() {
        Long completions = job.findLong("spec", "completions");
        long enough = completions == null ? 1 : completions;
        return active == 0 && counts.succeeded() >= enough;
    }

    private void noteSuspension() {
        MapNode before = status;
        status = suspended
                ? JobConditions.with(status, "Suspended", "True", "JobSuspended", "Job suspended", context.now())
                : JobConditions.with(status, "Suspended", "False", "JobResumed", "Job resumed", context.now());
        if (suspended) {
            // since 1.35, so that the scheduling of a suspended Job may be changed
            status = status.without("startTime");
        } else if (!status.equals(before)) {
            status = status.with("startTime", context.now());
            Long deadline = job.findLong("spec", "activeDeadlineSeconds");
            if (deadline != null) {
                waitFor(Duration.ofSeconds(deadline));
            }
        }
    }

    /** As many Pods as the Job wants now (manageJob); Pods are either removed or made, never both. */
    private void manage() {
        if (suspended) {
            remove(counts.active());
            return;
        }
        long parallelism = PodTemplates.wanted(job, "parallelism");
        long wanted = parallelism;
        if (job.find("spec", "completions") != null) {
            long left = PodTemplates.wanted(job, "completions") - counts.succeeded();
            wanted = Math.max(0, Math.min(left, parallelism));
        } else if (counts.succeeded() > 0) {
            wanted = active;
        }
        List<MapNode> surplus = surplus(Math.max(0, active - wanted));
        if (!surplus.isEmpty()) {
            remove(surplus);
            return;
        }
        long missing = wanted - active - (JobPods.replacesOnlyFailed(job) ? terminating : 0);
        if (missing > 0) {
            make(missing);
        }
    }

    /** The Pods that are too many, or whose index is wrong or taken; those that got the least far come first. */
    private List<MapNode> surplus(long least) {
        List<MapNode> left = new ArrayList<>(counts.active());
        left.sort(Comparator.comparing(PodTemplates::isReady)
                .thenComparing(pod -> pod.findText("metadata", "creationTimestamp"), Comparator.reverseOrder()));
        List<MapNode> surplus = new ArrayList<>();
        if (JobPods.isIndexed(job)) {
            List<Integer> taken = new ArrayList<>();
            for (int i = left.size() - 1; i >= 0; i--) {
                int index = JobPods.index(left.get(i));
                if (!counts.hasValidIndex(left.get(i)) || taken.contains(index)) {
                    surplus.add(left.remove(i));
                } else {
                    taken.add(index);
                }
            }
        }
        for (int i = 0; i < left.size() && surplus.size() < least; i++) {
            surplus.add(left.get(i));
        }
        return surplus;
    }

    private void make(long missing) {
        Instant now = context.kernel().now();
        boolean perIndex = JobPods.hasLimitPerIndex(job);
        Duration left = perIndex ? Duration.ZERO : JobBackoff.left(job, pods, now);
        List<Integer> indexes = new ArrayList<>();
        if (left.isZero() && JobPods.isIndexed(job)) {
            indexes.addAll(counts.pending(missing));
            left = perIndex ? firstDue(indexes, now) : left;
        } else if (left.isZero()) {
            for (long i = 0; i < missing; i++) {
                indexes.add(JobPods.NO_INDEX);
            }
        }
        if (!left.isZero()) {
            waitFor(left);
            active = 0; // as upstream reports it while it waits
            return;
        }
        PodTemplates.check(job, (long) pods.size() + indexes.size(), pods.size() + " ended Pods and further ones");
        for (int index : indexes) {
            if (failure.isEmpty()) {
                ApiResponse response =
                        context.create(JobPods.create(job, index, counts.kept().get(index)));
                failure = response.message();
                active += failure.isEmpty() ? 1 : 0;
            }
        }
    }

    /** Leaves the indexes whose Pod may be made now; when there is none, returns how long the first one has to wait. */
    private Duration firstDue(List<Integer> indexes, Instant now) {
        Duration first = Duration.ZERO;
        List<Integer> due = new ArrayList<>();
        for (int index : indexes) {
            MapNode failed = counts.kept().get(index);
            Duration left = failed == null ? Duration.ZERO : JobBackoff.left(failed, now);
            if (left.isZero()) {
                due.add(index);
            } else if (first.isZero() || left.compareTo(first) < 0) {
                first = left;
            }
        }
        indexes.retainAll(due);
        return due.isEmpty() ? first : Duration.ZERO;
    }

    /** Removes Pods that shall not count. */
    private void remove(List<MapNode> unwanted) {
        for (MapNode pod : unwanted) {
            if (JobPods.isTracked(pod)) {
                context.patch(pod, JobPods.withoutTracking(pod));
            }
        }
        delete(unwanted);
    }

    private void delete(List<MapNode> unwanted) {
        for (MapNode pod : unwanted) {
            context.delete(pod);
            active--;
            terminating++;
            ready -= PodTemplates.isReady(pod) ? 1 : 0;
        }
    }

    private void waitFor(Duration time) {
        wait = wait == null || time.compareTo(wait) < 0 ? time : wait;
    }
}
