package dev.drydock.flux.helm;

import dev.drydock.flux.apply.ManagedObjects;
import dev.drydock.flux.expression.CelExpressions;
import dev.drydock.flux.health.HealthCheck;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.flux.status.CustomHealthChecks;
import dev.drydock.flux.status.HealthStatus;
import dev.drydock.flux.status.KStatus;
import dev.drydock.flux.status.MalformedObjectException;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.Client;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Waits for objects as the account of a release (helm-controller internal/action/wait.go). One call is one poll.
 */
final class ReleaseWait {

    private final ManagedObjects objects;
    private final Client client;
    private final Kernel kernel;
    private final Gaps gaps;
    private final MapNode release;

    /** Waits of a release whose client does not know some kinds. */
    ReleaseWait(Client client, Kernel kernel, Gaps gaps, MapNode release, Set<String> unmapped) {
        this.objects = new ManagedObjects(client).before(unmapped);
        this.client = client;
        this.kernel = kernel;
        this.gaps = gaps;
        this.release = release;
    }

    private static final String JOB = "Job.batch";

    /** How the objects of an action are waited for. */
    enum Strategy {
        /** By their status. */
        POLLER,
        /** As Helm 3 did. */
        LEGACY,
        /** Not at all, but for hooks. */
        HOOKS_ONLY
    }

    /** The strategy of an action's settings: {@code install}, {@code upgrade}, {@code rollback}, {@code uninstall}. */
    Strategy strategy(String action) {
        if (release.isTrue("spec", action, "disableWait")) {
            return Strategy.HOOKS_ONLY;
        }
        return release.findText("spec", "waitStrategy", "name").equals("legacy") ? Strategy.LEGACY : Strategy.POLLER;
    }

    /**
     * The health checks of a HelmRelease that are expressions.
     *
     * @throws dev.drydock.flux.expression.ExpressionException when one cannot be read
     */
    static CustomHealthChecks custom(MapNode release) {
        ListNode checks = release.findList("spec", "healthCheckExprs");
        return checks.isEmpty() ? CustomHealthChecks.NONE : CustomHealthChecks.of(checks, new CelExpressions());
    }

    /**
     * Whether objects are ready.
     *
     * @return empty while they are waited for, otherwise the error, an empty text for none
     */
    Optional<String> ready(List<Resource> resources, Instant since, Duration timeout, String action) {
        Strategy strategy = strategy(action);
        List<MapNode> awaited = awaited(resources);
        if (strategy == Strategy.HOOKS_ONLY || awaited.isEmpty()) {
            return Optional.of("");
        }
        boolean timedOut = isOver(since, timeout);
        if (timeout.isZero()) {
            return Optional.of(undetermined(awaited));
        }
        HealthCheck check = new HealthCheck(
                objects,
                kernel,
                gaps,
                strategy == Strategy.POLLER,
                custom(release),
                release.isTrue("spec", action, "disableWaitForJobs") ? this::plainJob : live -> Optional.empty());
        Optional<String> verdict = check.judge(awaited, timedOut);
        return strategy == Strategy.LEGACY
                        && verdict.isPresent()
                        && !verdict.get().isEmpty()
                ? Optional.of("context deadline exceeded")
                : verdict;
    }

    /** Whether the objects of a hook have ended: Jobs and Pods run to their end, everything else is done when it is there. */
    Optional<String> ended(List<Resource> resources, Instant since, Duration timeout) {
        List<MapNode> awaited = awaited(resources);
        if (awaited.isEmpty()) {
            return Optional.of("");
        }
        if (timeout.isZero()) {
            return Optional.of(undetermined(awaited));
        }
        HealthCheck check = new HealthCheck(objects, kernel, gaps, false, custom(release), ReleaseWait::hookStatus);
        return check.judge(awaited, isOver(since, timeout));
    }

    /** Jobs as kstatus reads them: one that has begun is waited for no longer. */
    private Optional<HealthStatus> plainJob(MapNode live) {
        if (!ObjectFields.type(live).groupKind().equals(JOB)) {
            return Optional.empty();
        }
        try {
            return Optional.of(KStatus.compute(live, kernel.now()).status());
        } catch (MalformedObjectException e) {
            return Optional.empty();
        }
    }

    private static Optional<HealthStatus> hookStatus(MapNode live) {
        String kind = ObjectFields.type(live).groupKind();
        if (kind.equals(JOB)) {
            return Optional.empty();
        }
        if (!kind.equals("Pod")) {
            return Optional.of(HealthStatus.CURRENT);
        }
        return Optional.of(
                switch (live.findText("status", "phase")) {
                    case "Succeeded" -> HealthStatus.CURRENT;
                    case "Failed" -> HealthStatus.FAILED;
                    default -> HealthStatus.IN_PROGRESS;
                });
    }

    /** Paused Deployments are not waited for, nor Jobs that were cleaned up after they ended. */
    private List<MapNode> awaited(List<Resource> resources) {
        List<MapNode> awaited = new ArrayList<>();
        for (Resource resource : resources) {
            String kind = resource.kind().groupKind();
            boolean isPaused =
                    kind.equals("Deployment.apps") && resource.object().isTrue("spec", "paused");
            boolean isGone = kind.equals(JOB)
                    && resource.object().find("spec", "ttlSecondsAfterFinished") != null
                    && client.get(resource.kind(), resource.key()).code() == 404;
            if (!isPaused && !isGone) {
                awaited.add(ObjectMetadata.of(resource.object())
                        .toObject(resource.kind().version()));
            }
        }
        return awaited;
    }

    private static String undetermined(List<MapNode> awaited) {
        List<String> items = awaited.stream()
                .map(object -> "can't determine status for "
                        + ObjectMetadata.of(object).subject())
                .toList();
        return "timeout waiting for: [" + String.join(", ", items) + "]";
    }

    /** Whether objects are gone (fluxcd/pkg ssa/manager_wait.go, WaitForTermination). */
    Optional<String> gone(List<Resource> resources, Instant since, Duration timeout, Strategy strategy) {
        if (strategy == Strategy.HOOKS_ONLY) {
            return Optional.of("");
        }
        for (Resource resource : resources) {
            String subject = ObjectMetadata.of(resource.object()).subject() + " termination timeout: ";
            Optional<MapNode> live;
            try {
                live = new ReleaseObjects(client, HelmLog.unread()).get(resource);
            } catch (HelmFailure e) {
                return Optional.of(subject + e.words());
            }
            if (live.isPresent()) {
                return isOver(since, timeout) ? Optional.of(subject + "context deadline exceeded") : Optional.empty();
            }
        }
        return Optional.of("");
    }

    private boolean isOver(Instant since, Duration timeout) {
        return Duration.between(since, kernel.now()).compareTo(timeout) >= 0;
    }
}
