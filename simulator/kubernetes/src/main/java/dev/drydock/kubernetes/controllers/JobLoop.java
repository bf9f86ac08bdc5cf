package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** job-controller (pkg/controller/job): Pods until enough succeeded, or too many failed. */
final class JobLoop implements ControlLoop {

    @Override
    public String name() {
        return "job-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        return Owners.selfOrController(event, "jobs.batch", "Job");
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> found = context.get(Kinds.JOB, name);
        if (found.isEmpty() || found.get().find("metadata", "deletionTimestamp") != null || isFinished(found.get())) {
            return new Result.Done();
        }
        MapNode job = found.get();
        if (job.isTrue("spec", "suspend")) {
            MapNode suspended = condition(context, job, "Suspended", "True", "JobSuspended", "Job suspended");
            context.updateStatus(job, job.with("status", MapNode.of("conditions", ListNode.of(List.of(suspended)))));
            return new Result.Done();
        }
        List<MapNode> pods = context.owned(Kinds.POD, job);
        long succeeded = inPhase(pods, "Succeeded");
        long failed = inPhase(pods, "Failed");
        long active = pods.stream().filter(PodTemplates::isActive).count();
        long completions = PodTemplates.wanted(job, "completions");
        boolean complete = succeeded >= completions;
        boolean exceeded = failed > PodTemplates.number(job, 6, "spec", "backoffLimit");
        String failure = "";
        if (!complete && !exceeded) {
            long parallelism = PodTemplates.wanted(job, "parallelism");
            for (long i = active; i < Math.min(parallelism, completions - succeeded) && failure.isEmpty(); i++) {
                failure = context.create(PodTemplates.pod(job, job.findMap("spec", "template"), ""))
                        .message();
                active += failure.isEmpty() ? 1 : 0;
            }
        }
        writeStatus(context, job, complete, exceeded, active, succeeded, failed);
        return failure.isEmpty() ? new Result.Done() : new Result.Failed(failure);
    }

    private static void writeStatus(
            LoopContext context,
            MapNode job,
            boolean complete,
            boolean exceeded,
            long active,
            long succeeded,
            long failed) {
        MapNode.Builder status = MapNode.builder();
        List<Node> conditions = new ArrayList<>();
        if (complete) {
            String message = "Reached expected number of succeeded pods";
            conditions.add(condition(context, job, "SuccessCriteriaMet", "True", "CompletionsReached", message));
            conditions.add(condition(context, job, "Complete", "True", "CompletionsReached", message));
        } else if (exceeded) {
            String message = "Job has reached the specified backoff limit";
            conditions.add(condition(context, job, "FailureTarget", "True", "BackoffLimitExceeded", message));
            conditions.add(condition(context, job, "Failed", "True", "BackoffLimitExceeded", message));
        }
        if (!conditions.isEmpty()) {
            status.put("conditions", ListNode.of(conditions));
        }
        String started = job.findString("status", "startTime");
        status.put("startTime", started == null ? context.now() : started);
        if (complete) {
            status.put("completionTime", context.now());
        }
        putUnlessZero(status, "active", active);
        putUnlessZero(status, "succeeded", succeeded);
        putUnlessZero(status, "failed", failed);
        status.put("terminating", 0)
                .put("uncountedTerminatedPods", MapNode.EMPTY)
                .put("ready", 0);
        context.updateStatus(job, job.with("status", status.build()));
    }

    private static void putUnlessZero(MapNode.Builder status, String key, long value) {
        if (value != 0) {
            status.put(key, value);
        }
    }

    private static MapNode condition(
            LoopContext context, MapNode job, String type, String value, String reason, String message) {
        MapNode condition = context.condition(job.findMap("status"), type, value, reason, message);
        return condition.without("lastUpdateTime").with("lastProbeTime", context.now());
    }

    private static long inPhase(List<MapNode> pods, String phase) {
        return pods.stream()
                .filter(pod -> phase.equals(pod.findString("status", "phase")))
                .count();
    }

    /** Whether a Job is done, for better or worse. */
    static boolean isFinished(MapNode job) {
        return isTrue(job, "Complete") || isTrue(job, "Failed");
    }

    /** Whether a Job has a condition. */
    static boolean isTrue(MapNode job, String condition) {
        return job.findList("status", "conditions").stream()
                .anyMatch(c -> condition.equals(c.findString("type")) && "True".equals(c.findString("status")));
    }
}
