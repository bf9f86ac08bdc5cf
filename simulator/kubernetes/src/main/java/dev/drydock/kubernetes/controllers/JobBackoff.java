package dev.drydock.kubernetes.controllers;

import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long a Job waits before it replaces a failed Pod: 10 s, doubled up to 10 minutes (pkg/controller/job/backoff_utils.go). */
final class JobBackoff {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private JobBackoff() {}

    /** What is left to wait after the failures since the last success. */
    static Duration left(MapNode job, List<MapNode> pods, Instant now) {
        Optional<Instant> success = pods.stream()
                .filter(JobPods::hasSucceeded)
                .map(JobPods::finished)
                .max(Instant::compareTo);
        List<Instant> failures = pods.stream()
                .filter(pod -> JobPods.hasFailed(job, pod))
                .map(JobPods::finished)
                .filter(failure -> success.isEmpty() || failure.isAfter(success.get()))
                .sorted()
                .toList();
        return failures.isEmpty() ? Duration.ZERO : left(failures.size(), failures.get(failures.size() - 1), now);
    }

    /** What is left to wait before a failed Pod of an index is replaced. */
    static Duration left(MapNode failed, Instant now) {
        return left(JobPods.allFailures(failed) + 1, JobPods.finished(failed), now);
    }

    private static Duration left(long failures, Instant last, Instant now) {
        Duration delay = failures > 6 ? LONGEST : FIRST.multipliedBy(1L << (failures - 1));
        Duration left = Duration.between(now, last.plus(delay));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
