package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.kinds.CronSchedules;
import dev.drydock.kubernetes.kinds.CronTimes;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** cronjob-controller (pkg/controller/cronjob): a Job whenever the schedule says so. */
final class CronJobLoop implements ControlLoop {

    /** The controller looks a little later than the schedule says. */
    private static final Duration LATE = Duration.ofMillis(100);

    private static final String SCHEDULED = "batch.kubernetes.io/cronjob-scheduled-timestamp";

    @Override
    public String name() {
        return "cronjob-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        return Owners.selfOrController(event, "cronjobs.batch", "CronJob");
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> found = context.get(Kinds.CRON_JOB, name);
        if (found.isEmpty()) {
            return new Result.Done();
        }
        MapNode cronJob = found.get();
        List<MapNode> jobs = context.owned(Kinds.JOB, cronJob);
        MapNode status = seen(cronJob.findMap("status"), jobs);
        Result result = new Result.Done();
        boolean rests = cronJob.find("metadata", "deletionTimestamp") != null || cronJob.isTrue("spec", "suspend");
        Optional<CronTimes> times = CronSchedules.times(cronJob.findText("spec", "schedule"), zone(cronJob));
        if (!rests && times.isPresent()) {
            Instant last = lastStart(cronJob, context.kernel().now());
            Optional<Instant> due = due(times.get(), last, context.kernel().now());
            if (due.isPresent() && isToStart(context, cronJob, due.get())) {
                Started started = start(context, cronJob, status, due.get());
                if (!started.failure().isEmpty()) {
                    return new Result.Failed(started.failure());
                }
                status = started.status();
            }
            result = times.get()
                    .after(due.orElse(last))
                    .<Result>map(next -> new Result.After(
                            Duration.between(context.kernel().now(), next).plus(LATE)))
                    .orElse(result);
        }
        cleanUp(context, cronJob, jobs);
        context.updateStatus(cronJob, cronJob.with("status", status));
        return result;
    }

    private static ZoneId zone(MapNode cronJob) {
        String zone = cronJob.findText("spec", "timeZone");
        return zone.isEmpty() || !CronSchedules.isZone(zone) ? ZoneOffset.UTC : ZoneId.of(zone, ZoneId.SHORT_IDS);
    }

    /** The status after a look at the Jobs: finished ones are active no more. */
    private static MapNode seen(MapNode status, List<MapNode> jobs) {
        List<Node> active = new ArrayList<>();
        for (Node reference : status.findList("active")) {
            jobs.stream()
                    .filter(job -> uid(job).equals(reference.findText("uid")) && !JobLoop.isFinished(job))
                    .forEach(job -> active.add(reference));
        }
        MapNode changed = withActive(status, active);
        for (MapNode job : jobs) {
            String completed = job.findText("status", "completionTime");
            if (JobLoop.isTrue(job, "Complete") && completed.compareTo(changed.findText("lastSuccessfulTime")) > 0) {
                changed = changed.with("lastSuccessfulTime", completed);
            }
        }
        return changed;
    }

    private static MapNode withActive(MapNode status, List<Node> active) {
        return active.isEmpty() ? status.without("active") : status.with("active", ListNode.of(active));
    }

    /** Nothing before this time is started any more. */
    private static Instant lastStart(MapNode cronJob, Instant now) {
        String last = cronJob.findText("status", "lastScheduleTime");
        Instant earliest = Instant.parse(last.isEmpty() ? cronJob.findText("metadata", "creationTimestamp") : last);
        Long deadline = cronJob.findLong("spec", "startingDeadlineSeconds");
        Instant limit = deadline == null ? earliest : now.minusSeconds(deadline);
        return limit.isAfter(earliest) ? limit : earliest;
    }

    /** The latest time of the schedule that has passed. */
    private static Optional<Instant> due(CronTimes times, Instant last, Instant now) {
        Optional<Instant> latest = Optional.empty();
        Optional<Instant> next = times.after(last);
        while (next.isPresent() && !next.get().isAfter(now)) {
            latest = next;
            next = times.after(next.get());
        }
        return latest;
    }

    private static boolean isToStart(LoopContext context, MapNode cronJob, Instant due) {
        Long deadline = cronJob.findLong("spec", "startingDeadlineSeconds");
        boolean tooLate = deadline != null
                && due.plusSeconds(deadline).isBefore(context.kernel().now());
        return !tooLate && !due.toString().equals(cronJob.findText("status", "lastScheduleTime"));
    }

    /**
     * What became of a start.
     *
     * @param failure why it failed, empty when it did not
     * @param status the status afterwards
     */
    private record Started(String failure, MapNode status) {}

    private static Started start(LoopContext context, MapNode cronJob, MapNode status, Instant due) {
        String policy = cronJob.findText("spec", "concurrencyPolicy");
        List<Node> active = new ArrayList<>(status.findList("active").stream().toList());
        if (policy.equals("Forbid") && !active.isEmpty()) {
            return new Started("", status);
        }
        if (policy.equals("Replace")) {
            String namespace = NamespacedName.of(cronJob).namespace();
            active.forEach(
                    reference -> context.get(Kinds.JOB, new NamespacedName(namespace, reference.findText("name")))
                            .ifPresent(context::delete));
            active.clear();
        }
        ApiResponse created = context.create(job(cronJob, due));
        if (!created.isSuccess()) {
            return new Started(created.message(), status);
        }
        MapNode job = created.object();
        active.add(MapNode.builder()
                .put("kind", "Job")
                .put("namespace", NamespacedName.of(job).namespace())
                .put("name", NamespacedName.of(job).name())
                .put("uid", uid(job))
                .put("apiVersion", Kinds.JOB.apiVersion())
                .put("resourceVersion", job.findText("metadata", "resourceVersion"))
                .build());
        return new Started("", withActive(status, active).with("lastScheduleTime", due.toString()));
    }

    private static MapNode job(MapNode cronJob, Instant due) {
        MapNode template = cronJob.findMap("spec", "jobTemplate");
        String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(due.atZone(zone(cronJob)));
        MapNode metadata = MapNode.builder()
                .put("name", NamespacedName.of(cronJob).name() + "-" + due.getEpochSecond() / 60)
                .put("namespace", NamespacedName.of(cronJob).namespace())
                .putIfPresent("labels", template.find("metadata", "labels"))
                .put("annotations", template.findMap("metadata", "annotations").with(SCHEDULED, time))
                .put("ownerReferences", Owners.controlledBy(cronJob))
                .build();
        return MapNode.builder()
                .put("apiVersion", Kinds.JOB.apiVersion())
                .put("kind", "Job")
                .put("metadata", metadata)
                .put("spec", template.findMap("spec"))
                .build();
    }

    /** The oldest Jobs go when there are more finished ones than the history holds. */
    private static void cleanUp(LoopContext context, MapNode cronJob, List<MapNode> jobs) {
        for (String condition : List.of("Complete", "Failed")) {
            String field = condition.equals("Failed") ? "failedJobsHistoryLimit" : "successfulJobsHistoryLimit";
            Long limit = cronJob.findLong("spec", field);
            List<MapNode> finished = jobs.stream()
                    .filter(job -> JobLoop.isTrue(job, condition))
                    .sorted(Comparator.comparing((MapNode job) -> job.findText("status", "startTime"))
                            .thenComparing(job -> NamespacedName.of(job).name()))
                    .toList();
            long surplus = limit == null ? 0 : finished.size() - limit;
            finished.stream().limit(Math.max(surplus, 0)).forEach(context::delete);
        }
    }

    private static String uid(MapNode object) {
        return object.findText("metadata", "uid");
    }
}
