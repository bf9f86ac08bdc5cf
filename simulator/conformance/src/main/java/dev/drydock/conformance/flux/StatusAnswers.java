package dev.drydock.conformance.flux;

import dev.drydock.flux.status.Health;
import dev.drydock.flux.status.JobRules;
import dev.drydock.flux.status.KStatus;
import dev.drydock.flux.status.MalformedObjectException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Instant;
import java.util.function.Supplier;

/** The part kstatus. */
final class StatusAnswers {

    /** The recordings know no Pod that waits for the scheduler; any present far behind them will do. */
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private StatusAnswers() {}

    static Node kstatus(MapNode object) {
        MapNode answer = MapNode.of("compute", health(() -> KStatus.compute(object, NOW)));
        boolean job = object.findText("kind").equals("Job")
                && object.findText("apiVersion").startsWith("batch/");
        return job ? answer.with("fluxJobReader", health(() -> JobRules.flux(object))) : answer;
    }

    private static MapNode health(Supplier<Health> computation) {
        try {
            Health health = computation.get();
            return MapNode.of(
                    "status",
                    health.status().toString(),
                    "message",
                    health.message(),
                    "conditions",
                    ListNode.of(health.conditions().stream()
                            .map(StatusAnswers::condition)
                            .toList()));
        } catch (MalformedObjectException e) {
            return MapNode.of(e.isPanic() ? "panic" : "error", String.valueOf(e.getMessage()));
        }
    }

    private static MapNode condition(Health.Condition condition) {
        return MapNode.of("type", condition.type(), "status", "True", "reason", condition.reason())
                .with("message", condition.message());
    }
}
