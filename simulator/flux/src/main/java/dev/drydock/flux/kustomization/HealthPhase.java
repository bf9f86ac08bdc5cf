package dev.drydock.flux.kustomization;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.artifact.Revision;
import dev.drydock.flux.health.HealthCheck;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.ssa.Action;
import dev.drydock.flux.ssa.ChangeSet;
import dev.drydock.flux.ssa.HealthReferences;
import dev.drydock.flux.ssa.InvalidInventoryException;
import dev.drydock.flux.ssa.JobsWithTtl;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.kernel.Kernel;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last part of a run: waiting for health, and success (kustomization_controller.go, checkHealth). */
final class HealthPhase {

    private static final String HEALTH_CHECK_FAILED = "HealthCheckFailed";

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
            awaited.addAll(referenced(run));
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

    private List<MapNode> referenced(Run run) {
        ListNode references = run.spec().healthChecks();
        List<ObjectMetadata> resolved;
        try {
            resolved = HealthReferences.resolve(references);
        } catch (InvalidInventoryException e) {
            // before anything is waited for, so that the condition Healthy stays as it is
            throw report.failed(
                    report.record(run, HEALTH_CHECK_FAILED), HEALTH_CHECK_FAILED, String.valueOf(e.getMessage()));
        }
        List<MapNode> objects = new ArrayList<>();
        for (int i = 0; i < resolved.size(); i++) {
            String apiVersion = references.get(i).findText("apiVersion");
            String version = apiVersion.isEmpty() ? "v1" : apiVersion.substring(apiVersion.indexOf('/') + 1);
            objects.add(resolved.get(i).toObject(version));
        }
        return objects;
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
                        spec.customHealthChecks())
                .withJobsWithTtl(JobsWithTtl.of(run.desired()));
        Optional<String> verdict = check.judge(checking.awaited(), waited.compareTo(spec.timeout()) >= 0);
        if (verdict.isEmpty()) {
            return run;
        }
        Run ended = run.in(new Run.Starting());
        String elapsed = GoDurations.format(waited);
        if (!verdict.get().isEmpty()) {
            Run recorded = report.record(ended, HEALTH_CHECK_FAILED);
            recorded = recorded.with(Conditions.set(
                    recorded.object(), "Healthy", "False", HEALTH_CHECK_FAILED, verdict.get(), kernel.now()));
            throw report.failed(
                    recorded, HEALTH_CHECK_FAILED, "health check failed after " + elapsed + ": " + verdict.get());
        }
        String passed = "Health check passed in " + elapsed;
        boolean isNewRevision =
                !Revision.isSame(run.revision(), run.object().findText("status", "lastAppliedRevision"));
        boolean drifted = !checking.changes().changeLog().isEmpty();
        if (!checking.wasHealthy() || (isNewRevision && drifted)) {
            report.info(ended, passed);
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
