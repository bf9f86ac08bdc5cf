package dev.drydock.flux.status;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.ScalarNode;
import org.apiguardian.api.API;

/** Jobs: kstatus' own rule, and the reader which Flux' health checks use instead (runtime/statusreaders/job.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JobRules {

    private JobRules() {}

    /**
     * The status of a Job in a health check. It looks at the Job alone: generation, deletion and standard conditions do
     * not count, and a suspended Job is current.
     *
     * @throws MalformedObjectException when a field that counts has an unexpected type
     */
    public static Health flux(MapNode job) {
        if (job.find("spec", "suspend") instanceof ScalarNode suspend && Boolean.TRUE.equals(suspend.value())) {
            return Health.current("Job is suspended");
        }
        Counts counts = Counts.of(job);
        for (BasicConditions.Condition condition : BasicConditions.of(job).list()) {
            if (condition.type().equals("Complete") && condition.isTrue()) {
                return Health.current(counts.completed());
            }
            if (condition.type().equals("Failed") && condition.isTrue()) {
                return Health.failed("JobFailed", counts.failure());
            }
        }
        return counts.started
                ? Health.inProgress("JobInProgress", counts.progress())
                : Health.inProgress("JobNotStarted", "Job not started. active: 0/" + counts.parallelism);
    }

    static Health kstatus(MapNode job) {
        Counts counts = Counts.of(job);
        for (BasicConditions.Condition condition : BasicConditions.of(job).list()) {
            if (condition.type().equals("Complete") && condition.isTrue()) {
                return Health.current(counts.completed());
            }
            if (condition.type().equals("Failed") && condition.isTrue()) {
                return Health.failed("JobFailed", counts.failure());
            }
        }
        return counts.started
                ? Health.current(counts.progress())
                : Health.inProgress("JobNotStarted", "Job not started");
    }

    private record Counts(int parallelism, int completions, int succeeded, int active, int failed, boolean started) {

        static Counts of(MapNode job) {
            int parallelism = NestedFields.count(job, 1, "spec", "parallelism");
            return new Counts(
                    parallelism,
                    NestedFields.count(job, parallelism, "spec", "completions"),
                    NestedFields.count(job, 0, "status", "succeeded"),
                    NestedFields.count(job, 0, "status", "active"),
                    NestedFields.count(job, 0, "status", "failed"),
                    !NestedFields.text(job, "", "status", "startTime").isEmpty());
        }

        String completed() {
            return "Job Completed. succeeded: " + succeeded + "/" + completions;
        }

        String failure() {
            return "Job Failed. failed: " + failed + "/" + completions;
        }

        String progress() {
            return "Job in progress. success:" + succeeded + ", active: " + active + ", failed: " + failed;
        }
    }
}
