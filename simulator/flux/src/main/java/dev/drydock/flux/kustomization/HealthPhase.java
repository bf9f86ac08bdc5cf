package dev.drydock.flux.kustomization;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.health.HealthCheck;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.ssa.Action;
import dev.drydock.flux.ssa.ChangeSet;
import dev.drydock.flux.ssa.HealthReferences;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.kernel.Kernel;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last part of a run: waiting for health, and success (kustomization_controller.go, checkHealth). */
final class HealthPhase {

    private final Kernel kernel;
    private final FluxProfile profile;
    private final Identity identity;
    private final Gaps gaps;
    private final Report report;

    HealthPhase(Kernel kernel, FluxProfile profile, Identity identity, Gaps gaps, Report report) {
        this.kernel = kernel;
        this.profile = profile;
        this.identity = identity;
        this.gaps = gaps;
        this.report = report;
    }

    /** Begins to wait for the objects that the spec asks to wait for; without any the run succeeds. */
    Run health(Run run, ChangeSet changes) {
        KustomizationSpec spec = run.spec();
        List<MapNode> awaited = new ArrayList<>();
        if (spec.waits()) {
            for (ChangeSet.Entry entry : changes.entries()) {
                if (entry.action() != Action.SKIPPED) {
                    awaited.add(entry.object().toObject(entry.version()));
                }
            }
        } else {
            for (Node reference : spec.healthChecks()) {
                String apiVersion = reference.findText("apiVersion");
                List<ObjectMetadata> resolved = HealthReferences.resolve(ListNode.of(List.of(reference)));
                int slash = apiVersion.indexOf('/');
                String version = apiVersion.isEmpty() ? "v1" : apiVersion.substring(slash + 1);
                resolved.forEach(o -> awaited.add(o.toObject(version)));
            }
        }
        if (awaited.isEmpty()) {
            return succeed(run.with(Conditions.delete(run.object(), "Healthy")));
        }
        // waiting for itself would never end; what is left may be nothing, and is healthy then
        awaited.removeIf(object -> ObjectFields.kind(object).equals("Kustomization")
                && ObjectFields.name(object).equals(spec.name())
                && ObjectFields.namespace(object).equals(spec.namespace()));
        boolean wasHealthy = Conditions.isTrue(run.object(), "Healthy");
        String message = report.progressMessage(run, "Running health checks");
        Run checking = report.progress(run, "Running health checks");
        checking = checking.with(
                Conditions.set(checking.object(), "Healthy", "Unknown", "Progressing", message, kernel.now()));
        return checkHealth(checking.in(new Run.Checking(awaited, changes, wasHealthy, kernel.now())));
    }

    /** Looks once at the objects that are waited for. */
    Run checkHealth(Run run) {
        Run.Checking checking = (Run.Checking) run.phase();
        KustomizationSpec spec = run.spec();
        Duration waited = Duration.between(checking.since(), kernel.now());
        HealthCheck check = new HealthCheck(
                identity.managed(spec),
                kernel,
                gaps,
                !profile.gate("DisableFailFastBehavior", false),
                spec.customHealthChecks());
        Optional<String> verdict = check.judge(checking.awaited(), waited.compareTo(spec.timeout()) >= 0);
        if (verdict.isEmpty()) {
            return run;
        }
        Run ended = run.in(new Run.Starting());
        String elapsed = GoDurations.format(waited);
        if (!verdict.get().isEmpty()) {
            Run recorded = report.record(ended, "HealthCheckFailed");
            recorded = recorded.with(Conditions.set(
                    recorded.object(), "Healthy", "False", "HealthCheckFailed", verdict.get(), kernel.now()));
            throw report.failed(
                    recorded, "HealthCheckFailed", "health check failed after " + elapsed + ": " + verdict.get());
        }
        String passed = "Health check passed in " + elapsed;
        boolean isNewRevision = !run.revision().equals(run.object().findText("status", "lastAppliedRevision"));
        boolean drifted = !checking.changes().changeLog().isEmpty();
        if (!checking.wasHealthy() || (isNewRevision && drifted)) {
            report.info(ended.object(), passed);
        }
        return succeed(
                ended.with(Conditions.set(ended.object(), "Healthy", "True", "Succeeded", passed, kernel.now())));
    }

    private Run succeed(Run run) {
        Run recorded = report.record(run, "ReconciliationSucceeded");
        MapNode object = recorded.object().with(List.of("status", "lastAppliedRevision"), run.revision());
        return recorded.with(Conditions.set(
                object,
                Conditions.READY,
                "True",
                "ReconciliationSucceeded",
                "Applied revision: " + run.revision(),
                kernel.now()));
    }
}
