package dev.drydock.flux.health;

import dev.drydock.flux.apply.Answer;
import dev.drydock.flux.apply.ManagedObjects;
import dev.drydock.flux.apply.StagedApply;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.flux.status.CustomHealthChecks;
import dev.drydock.flux.status.HealthStatus;
import dev.drydock.flux.status.JobRules;
import dev.drydock.flux.status.KStatus;
import dev.drydock.flux.status.MalformedObjectException;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Waits for objects to become ready, as the identity that applied them
 * (fluxcd/pkg ssa/manager_wait.go, WaitForSetWithContext). One call is one poll.
 */
public final class HealthCheck implements StagedApply.Readiness {

    /** Flux has a reader of its own for Jobs (runtime/statusreaders/job.go). */
    private static final String JOB = "Job.batch";

    private final ManagedObjects objects;
    private final Kernel kernel;
    private final Gaps gaps;
    private final boolean failFast;
    private final WorkloadHealth workloads;
    private final CustomHealthChecks custom;
    private final Reading reading;
    private final Set<ObjectMetadata> jobsWithTtl;

    /** How the status of a live object is read where it differs from kstatus. */
    @FunctionalInterface
    public interface Reading {
        /** The status, or empty for what kstatus says. */
        Optional<HealthStatus> status(MapNode live);
    }

    /** A check that reads objects as an identity; {@code failFast} ends at the first failed object. */
    public HealthCheck(ManagedObjects objects, Kernel kernel, Gaps gaps, boolean failFast) {
        this(objects, kernel, gaps, failFast, CustomHealthChecks.NONE);
    }

    /** The same with types whose health is told by expressions. */
    public HealthCheck(ManagedObjects objects, Kernel kernel, Gaps gaps, boolean failFast, CustomHealthChecks custom) {
        this(objects, kernel, gaps, failFast, custom, live -> Optional.empty());
    }

    /** The same with objects whose status is read in another way. */
    public HealthCheck(
            ManagedObjects objects,
            Kernel kernel,
            Gaps gaps,
            boolean failFast,
            CustomHealthChecks custom,
            Reading reading) {
        this(objects, kernel, gaps, failFast, custom, reading, Set.of());
    }

    private HealthCheck(
            ManagedObjects objects,
            Kernel kernel,
            Gaps gaps,
            boolean failFast,
            CustomHealthChecks custom,
            Reading reading,
            Set<ObjectMetadata> jobsWithTtl) {
        this.reading = reading;
        this.jobsWithTtl = jobsWithTtl;
        this.objects = objects;
        this.kernel = kernel;
        this.gaps = gaps;
        this.failFast = failFast;
        this.workloads = new WorkloadHealth(objects, kernel);
        this.custom = custom;
    }

    /** The same with Jobs that have done their work when they are gone. */
    public HealthCheck withJobsWithTtl(Set<ObjectMetadata> jobs) {
        return new HealthCheck(objects, kernel, gaps, failFast, custom, reading, jobs);
    }

    /** What one poll says of one object: its status, and the error when reading it failed. */
    record Polled(MapNode object, HealthStatus status, String error) {

        Polled(MapNode object, HealthStatus status) {
            this(object, status, "");
        }
    }

    @Override
    public Optional<String> judge(List<MapNode> awaited, boolean timedOut) {
        for (MapNode object : awaited) {
            Optional<String> unpollable = unpollable(object);
            if (unpollable.isPresent()) {
                return unpollable;
            }
        }
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

    /** The error with which polling ends at once: a namespaced object without its namespace. */
    private Optional<String> unpollable(MapNode object) {
        GroupVersionKind kind = ObjectFields.type(object);
        Optional<GroupVersionKind> served = objects.preferred(kind.group(), kind.kind());
        return served.isPresent() && ObjectFields.namespace(object).isEmpty() && objects.isNamespaced(served.get())
                ? Optional.of("resource " + kind.groupKind() + " " + ObjectFields.name(object)
                        + " is namespace scoped, but namespace is not set")
                : Optional.empty();
    }

    private Polled poll(MapNode object) {
        GroupVersionKind kind = ObjectFields.type(object);
        Optional<GroupVersionKind> served = objects.preferred(kind.group(), kind.kind());
        if (served.isEmpty()) {
            return new Polled(
                    object,
                    HealthStatus.UNKNOWN,
                    "no matches for kind \"" + kind.kind() + "\" in group \"" + kind.group() + "\"");
        }
        if (!ObjectFields.namespace(object).isEmpty() && !objects.isNamespaced(served.get())) {
            // Watched under a key with the namespace, which no object of the cluster ever matches.
            return new Polled(object, HealthStatus.UNKNOWN);
        }
        Answer answer = objects.get(inVersion(object, served.get()));
        if (answer.isNotFound()) {
            boolean isCleanedUp = jobsWithTtl.contains(ObjectMetadata.of(object));
            return new Polled(object, isCleanedUp ? HealthStatus.CURRENT : HealthStatus.NOT_FOUND);
        }
        if (!(answer instanceof Answer.Found found)) {
            return new Polled(object, HealthStatus.UNKNOWN, answer.error());
        }
        if (kind.group().endsWith(".fluxcd.io")) {
            checkModelled(object, kind.kind());
        }
        if (custom.supports(found.object())) {
            return byExpressions(object, found.object());
        }
        Optional<HealthStatus> read = reading.status(found.object());
        if (read.isPresent()) {
            return new Polled(object, read.get());
        }
        try {
            HealthStatus status = kind.groupKind().equals(JOB)
                    ? JobRules.flux(found.object()).status()
                    : KStatus.compute(found.object(), kernel.now()).status();
            return workloads.applies(kind)
                    ? workloads.poll(object, found.object(), status)
                    : new Polled(object, status);
        } catch (MalformedObjectException e) {
            return new Polled(object, HealthStatus.UNKNOWN, String.valueOf(e.getMessage()));
        }
    }

    private Polled byExpressions(MapNode object, MapNode live) {
        try {
            return new Polled(object, custom.evaluate(live));
        } catch (ExpressionException e) {
            return new Polled(object, HealthStatus.UNKNOWN, String.valueOf(e.getMessage()));
        }
    }

    private void checkModelled(MapNode object, String kind) {
        gaps.check(kind, NamespacedName.of(object));
    }

    private static MapNode inVersion(MapNode object, GroupVersionKind served) {
        return object.with("apiVersion", served.apiVersion());
    }
}
