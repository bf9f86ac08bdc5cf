package dev.drydock.flux.helm;

import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.timing.HelmAction;
import dev.drydock.flux.timing.HelmReleaseSettings;
import dev.drydock.flux.timing.Remediation;
import dev.drydock.kubernetes.Client;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What actions leave in the status of a HelmRelease, and the events about them (internal/reconcile). */
final class ActionResults {

    private static final String RELEASED = ReleaseReport.RELEASED;
    private static final String REMEDIATED = ReleaseReport.REMEDIATED;
    private static final String TESTED = ReleaseReport.TESTED;

    private final ReleaseReport report;
    private final boolean retriesByDefault;

    ActionResults(ReleaseReport report, boolean retriesByDefault) {
        this.report = report;
        this.retriesByDefault = retriesByDefault;
    }

    /**
     * The HelmRelease after an action.
     *
     * @param error why the action has to be tried again, null when it left something in the storage
     */
    record Concluded(MapNode object, @Nullable String error) {}

    /** The HelmRelease when an action begins. */
    MapNode begun(MapNode object, String action) {
        if (!action.equals("install") && !action.equals("upgrade")) {
            return object;
        }
        MapNode begun = object.with(List.of("status", "lastAttemptedReleaseAction"), action);
        begun = action.equals("install") ? begun.withoutPath("status", "history") : begun;
        return Conditions.delete(Conditions.delete(begun, TESTED), REMEDIATED);
    }

    Concluded conclude(Run run, Operation operation, Client client) {
        return switch (run.action()) {
            case "install", "upgrade" -> released(run, operation, client);
            case "test" -> tested(run.object(), operation);
            case "rollback" -> rolledBack(run, operation, client);
            default -> uninstalled(run.object(), operation);
        };
    }

    private static String title(String action) {
        return Character.toUpperCase(action.charAt(0)) + action.substring(1);
    }

    private static MapNode latest(MapNode object) {
        return History.latest(object).orElse(MapNode.EMPTY);
    }

    private void event(MapNode object, String type, String reason, String message, MapNode snapshot) {
        report.event(
                object, type, reason, message, snapshot.findText("chartVersion"), snapshot.findText("configDigest"));
    }

    private MapNode inventoried(MapNode object, Run run, Operation operation, Client client) {
        if (!operation.hasStored()) {
            return object;
        }
        ReleaseInventory inventory = ReleaseInventory.of(operation.release(), run.chart(), client);
        if (!inventory.warnings().isEmpty()) {
            report.event(object, "Warning", "NamespaceCheckSkipped", String.join("; ", inventory.warnings()));
        }
        return ReleaseReport.withInventory(object, inventory.entries());
    }

    private Concluded released(Run run, Operation operation, Client client) {
        String action = run.action();
        MapNode object = inventoried(run.object(), run, operation, client);
        object = History.recorded(object, operation.observed(), action);
        String error = operation.error();
        if (error != null) {
            object = failedRelease(object, run, operation, error);
            if (!operation.hasStored()) {
                return new Concluded(report.summarize(object), error);
            }
            return new Concluded(report.summarize(ReleaseReport.counted(object, action + "Failures")), null);
        }
        MapNode snapshot = latest(object);
        String message = "Helm " + action + " succeeded for release " + History.releaseName(snapshot) + " with chart "
                + History.chartName(snapshot);
        object = report.set(object, RELEASED, "True", title(action) + "Succeeded", message);
        if (object.isTrue("spec", "test", "enable") && !History.isTested(snapshot)) {
            object = report.set(
                    object,
                    TESTED,
                    "Unknown",
                    "AwaitingTests",
                    "Helm release " + History.releaseName(snapshot) + " with chart " + History.chartName(snapshot)
                            + " is awaiting tests");
        }
        if (new HelmReleaseSettings(object)
                .retryInterval(action, retriesByDefault)
                .isPresent()) {
            object = ReleaseReport.withoutFailures(object);
        }
        event(object, "Normal", title(action) + "Succeeded", message, snapshot);
        return new Concluded(report.summarize(object), null);
    }

    private MapNode failedRelease(MapNode object, Run run, Operation operation, String error) {
        HelmReleaseSettings settings = new HelmReleaseSettings(object);
        MapNode chart = run.chart() == null ? MapNode.EMPTY : run.chart().metadata();
        String message = "Helm " + run.action() + " failed for release " + settings.releaseNamespace() + "/"
                + fullName(object) + " with chart " + chart.findText("name") + "@" + chart.findText("version") + ": "
                + error.strip();
        MapNode failed = ReleaseReport.counted(object, "failures");
        failed = report.set(failed, RELEASED, "False", title(run.action()) + "Failed", message);
        report.event(
                failed,
                "Warning",
                title(run.action()) + "Failed",
                HelmLog.quoted(message, operation.log()),
                chart.findText("version"),
                Release.configDigest(run.values()));
        return failed;
    }

    /** The name before it is shortened. */
    private static String fullName(MapNode object) {
        String name = object.findText("spec", "releaseName");
        String target = object.findText("spec", "targetNamespace");
        return name.isEmpty() ? (target.isEmpty() ? "" : target + "-") + object.findText("metadata", "name") : name;
    }

    private Concluded tested(MapNode before, Operation operation) {
        MapNode object = History.tested(before, operation.observed());
        MapNode snapshot = latest(object);
        String about = History.releaseName(snapshot) + " with chart " + History.chartName(snapshot) + ": ";
        String error = operation.error();
        if (error == null) {
            int hooks = snapshot.findMap("testHooks").size();
            String result = hooks == 0
                    ? "no test hooks"
                    : hooks + " test hook" + (hooks > 1 ? "s" : "") + " completed successfully";
            String message = "Helm test succeeded for release " + about + result;
            object = report.set(object, TESTED, "True", "TestSucceeded", message);
            event(object, "Normal", "TestSucceeded", message, snapshot);
            return new Concluded(report.summarize(object), null);
        }
        String message = "Helm test failed for release " + about + error.strip();
        object = ReleaseReport.counted(object, "failures");
        object = report.set(object, TESTED, "False", "TestFailed", message);
        event(object, "Warning", "TestFailed", message, snapshot);
        if (!History.isTested(snapshot)) {
            return new Concluded(report.summarize(object), error);
        }
        Optional<Remediation> remediation = new HelmReleaseSettings(object).activeRemediation();
        if (remediation.isPresent() && !remediation.get().ignoresTestFailures()) {
            object =
                    ReleaseReport.counted(object, object.findText("status", "lastAttemptedReleaseAction") + "Failures");
        }
        return new Concluded(report.summarize(object), null);
    }

    private Concluded rolledBack(Run run, Operation operation, Client client) {
        boolean ignores =
                new HelmReleaseSettings(run.object()).upgradeRemediation().ignoresTestFailures();
        MapNode previous = History.previous(run.object(), ignores).orElse(MapNode.EMPTY);
        String digest = latest(run.object()).findText("digest");
        MapNode object = inventoried(run.object(), run, operation, client);
        object = History.rolledBack(object, operation.observed());
        String about = "Helm rollback to previous release " + History.releaseName(previous) + " with chart "
                + History.chartName(previous);
        String error = operation.error();
        if (error == null) {
            object = report.set(object, REMEDIATED, "True", "RollbackSucceeded", about + " succeeded");
            event(object, "Normal", "RollbackSucceeded", about + " succeeded", previous);
            return new Concluded(report.summarize(object), null);
        }
        object = ReleaseReport.counted(object, "failures");
        String message = about + " failed: " + error.strip();
        object = report.set(object, REMEDIATED, "False", "RollbackFailed", message);
        event(object, "Warning", "RollbackFailed", HelmLog.quoted(message, operation.log()), previous);
        boolean traceless = latest(object).findText("digest").equals(digest);
        return new Concluded(report.summarize(object), traceless ? error : null);
    }

    /** Ready keeps telling of the failure that called for this. */
    private Concluded uninstalled(MapNode before, Operation operation) {
        String digest = latest(before).findText("digest");
        MapNode object = History.updated(before, operation.observed(), "uninstall-remediation");
        MapNode snapshot = latest(object);
        boolean traceless = snapshot.findText("digest").equals(digest);
        String about = "Helm uninstall remediation for release " + History.releaseName(snapshot) + " with chart "
                + History.chartName(snapshot);
        String error = mismatched(operation, snapshot);
        if (error == null && traceless) {
            error = "uninstall completed with error: release not updated in Helm storage";
        }
        if (error == null) {
            object = report.set(object, REMEDIATED, "True", "UninstallSucceeded", about + " succeeded");
            event(object, "Normal", "UninstallSucceeded", about + " succeeded", snapshot);
            return new Concluded(object, null);
        }
        object = ReleaseReport.counted(object, "failures");
        String message = about + " failed: " + error.strip();
        object = report.set(object, REMEDIATED, "False", "UninstallFailed", message);
        event(object, "Warning", "UninstallFailed", HelmLog.quoted(message, operation.log()), snapshot);
        return new Concluded(object, traceless ? error : null);
    }

    /** The error of an uninstall, which always meets the last release of the storage; that may be another one. */
    private static @Nullable String mismatched(Operation operation, MapNode snapshot) {
        Release met = operation.release();
        String name = met.namespace() + "/" + met.name() + ".v" + met.version();
        return met.version() == 0 || name.equals(History.releaseName(snapshot))
                ? operation.error()
                : "release mismatch: uninstalled release " + name + " != current release "
                        + History.releaseName(snapshot);
    }

    /** The HelmRelease after an uninstall that no failure called for (internal/reconcile/uninstall.go). */
    Concluded removed(MapNode before, Operation operation) {
        String digest = latest(before).findText("digest");
        boolean wasUninstalled = latest(before).findText("status").equals(Release.UNINSTALLED);
        MapNode object = History.updated(before, operation.observed(), "uninstall");
        MapNode snapshot = latest(object);
        String name = History.releaseName(snapshot);
        String error = operation.error();
        if (error != null && error.endsWith(ReleaseStorage.NOT_FOUND)) {
            String text = "Release " + name + " was not found, assuming it is uninstalled";
            object = report.set(object, RELEASED, "False", "UninstallSucceeded", text);
            return new Concluded(report.summarize(object), null);
        }
        if (error != null
                && error.contains("is already deleted")
                && object.isTrue("spec", "uninstall", "keepHistory")) {
            String text = "Release " + name + " was already uninstalled";
            object = report.set(object, RELEASED, "False", "UninstallSucceeded", text);
            return new Concluded(report.summarize(object), null);
        }
        error = mismatched(operation, snapshot);
        if (error == null && snapshot.findText("digest").equals(digest) && !wasUninstalled) {
            error = "uninstall completed with error: release not updated in Helm storage";
        }
        String about = " for release " + name + " with chart " + History.chartName(snapshot);
        if (error != null) {
            String message = "Helm uninstall failed" + about + ": " + error.strip();
            object = ReleaseReport.counted(object, "failures");
            object = report.set(object, RELEASED, "False", "UninstallFailed", message);
            event(object, "Warning", "UninstallFailed", HelmLog.quoted(message, operation.log()), snapshot);
            return new Concluded(report.summarize(object), error);
        }
        object = object.withoutPath("status", "inventory");
        String message = "Helm uninstall succeeded" + about;
        object = report.set(object, RELEASED, "False", "UninstallSucceeded", message);
        event(object, "Normal", "UninstallSucceeded", message, snapshot);
        return new Concluded(report.summarize(object), null);
    }

    /** The HelmRelease whose release is as it should be, without what told of failures. */
    MapNode inSync(MapNode before, HelmAction.State state) {
        MapNode object = before;
        MapNode snapshot = latest(object);
        String about = " succeeded for release " + History.releaseName(snapshot) + " with chart "
                + History.chartName(snapshot);
        if (Conditions.isTrue(object, REMEDIATED)) {
            object = report.replaced(object, REMEDIATED, RELEASED, "UpgradeSucceeded", "Helm upgrade" + about);
        }
        if (state == HelmAction.State.UNTESTED) {
            return object;
        }
        if (!Conditions.isReady(object) || !Conditions.isTrue(object, RELEASED)) {
            String reason = Conditions.find(object, RELEASED)
                    .map(Conditions.Condition::reason)
                    .orElse("");
            if (reason.equals("InstallFailed") || reason.equals("UpgradeFailed")) {
                String action = reason.equals("InstallFailed") ? "install" : "upgrade";
                object = report.set(object, RELEASED, "True", title(action) + "Succeeded", "Helm " + action + about);
                object = report.summarize(object);
            }
        }
        if (!new HelmReleaseSettings(object).driftDetection().equals("disabled")) {
            object = report.set(
                    object, "Drifted", "False", "NoDriftDetected", "No drift detected against the cluster state");
        }
        return object;
    }

    /** The HelmRelease after its release was freed from a pending state; the storage is written. */
    Concluded unlocked(MapNode before, Release release, ReleaseTools tools) {
        if (!release.isPending()) {
            return new Concluded(report.summarize(before), null);
        }
        String status = release.status();
        Release failed = release.with(Release.FAILED, "Release unlocked from stale '" + status + "' state");
        MapNode current = History.snapshot(release, "", "");
        String about = "elm release " + History.releaseName(current) + " with chart " + History.chartName(current)
                + " in " + status + " state";
        try {
            tools.storage().update(failed);
        } catch (HelmFailure e) {
            String message = "Unlock of H" + about + " failed: " + e.words().strip();
            MapNode object = ReleaseReport.counted(before, "failures");
            object = report.set(object, RELEASED, "False", "PendingRelease", message);
            event(object, "Warning", "PendingRelease", message, current);
            return new Concluded(report.summarize(object), e.words());
        }
        String action = History.latest(before).map(s -> s.findText("action")).orElse("");
        MapNode object = History.updated(before, java.util.Map.of(failed.version(), failed), action);
        object = report.set(object, RELEASED, "False", "PendingRelease", "Unlocked H" + about);
        event(object, "Normal", "PendingRelease", "Unlocked H" + about, current);
        return new Concluded(report.summarize(object), null);
    }

    /** Tells what a correction of drift did. */
    void corrected(MapNode object, DriftDetection.Correction correction) {
        MapNode snapshot = latest(object);
        String name = History.releaseName(snapshot);
        String changes = String.join("\n", correction.changes());
        if (!correction.errors().isEmpty()) {
            String message = "Failed to " + (changes.isEmpty() ? "" : "partially ")
                    + "correct cluster state of release " + name + ":\n" + String.join("\n", correction.errors());
            message += changes.isEmpty() ? "" : "\n\nSuccessful corrections:\n" + changes;
            event(object, "Warning", "DriftCorrectionFailed", message, snapshot);
        } else if (!changes.isEmpty()) {
            event(
                    object,
                    "Normal",
                    "DriftCorrected",
                    "Cluster state of release " + name + " has been corrected:\n" + changes,
                    snapshot);
        }
    }
}
