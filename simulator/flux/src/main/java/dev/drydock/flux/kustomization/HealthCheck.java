package dev.drydock.flux.kustomization;

import dev.drydock.flux.apply.Answer;
import dev.drydock.flux.apply.ManagedObjects;
import dev.drydock.flux.apply.StagedApply;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.flux.status.HealthStatus;
import dev.drydock.flux.status.KStatus;
import dev.drydock.flux.status.MalformedObjectException;
import dev.drydock.kernel.Kernel;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Waits for objects to become ready, as the identity that applied them
 * (fluxcd/pkg ssa/manager_wait.go, WaitForSetWithContext). One call is one poll.
 */
final class HealthCheck implements StagedApply.Readiness {

    private final ManagedObjects objects;
    private final Kernel kernel;
    private final boolean failFast;

    HealthCheck(ManagedObjects objects, Kernel kernel, boolean failFast) {
        this.objects = objects;
        this.kernel = kernel;
        this.failFast = failFast;
    }

    private record Polled(MapNode object, HealthStatus status, String error) {}

    @Override
    public Optional<String> judge(List<MapNode> awaited, boolean timedOut) {
        List<Polled> polled = awaited.stream().map(this::poll).toList();
        boolean anyFailed = polled.stream().anyMatch(p -> p.status() == HealthStatus.FAILED);
        boolean settled =
                polled.stream().allMatch(p -> p.status() == HealthStatus.CURRENT || p.status() == HealthStatus.FAILED);
        if (settled && !anyFailed) {
            return Optional.of("");
        }
        if (!timedOut && !settled && !(failFast && anyFailed)) {
            return Optional.empty();
        }
        List<String> items = new ArrayList<>();
        for (Polled item : polled) {
            boolean blamed =
                    item.status() == HealthStatus.FAILED || (timedOut && item.status() != HealthStatus.CURRENT);
            if (blamed) {
                items.add(ObjectMetadata.of(item.object()).subject() + " status: '" + item.status() + "'"
                        + (item.error().isEmpty() ? "" : ": " + item.error()));
            }
        }
        String head = timedOut ? "timeout waiting for" : "failed early due to stalled resources";
        return Optional.of(head + ": [" + String.join(", ", items) + "]");
    }

    private Polled poll(MapNode object) {
        Answer answer = objects.get(object);
        if (answer.isNotFound()) {
            return new Polled(object, HealthStatus.NOT_FOUND, "");
        }
        if (!(answer instanceof Answer.Found found)) {
            return new Polled(object, HealthStatus.UNKNOWN, answer.error());
        }
        try {
            return new Polled(
                    object, KStatus.compute(found.object(), kernel.now()).status(), "");
        } catch (MalformedObjectException e) {
            return new Polled(object, HealthStatus.UNKNOWN, String.valueOf(e.getMessage()));
        }
    }
}
