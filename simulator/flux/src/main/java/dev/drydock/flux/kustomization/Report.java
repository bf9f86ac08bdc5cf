package dev.drydock.flux.kustomization;

import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.ssa.ObjectMeta;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run says of itself: conditions, history and events in the words of the controller. */
final class Report {

    private final Kernel kernel;
    private final EventRecorder events;

    Report(Kernel kernel, EventRecorder events) {
        this.kernel = kernel;
        this.events = events;
    }

    Run progress(Run run, String doing) {
        return run.with(
                Conditions.markReconciling(run.object(), "Progressing", progressMessage(run, doing), kernel.now()));
    }

    String progressMessage(Run run, String doing) {
        return doing + " for revision " + run.revision() + " with a timeout of "
                + GoDurations.format(run.spec().timeout());
    }

    Run notReady(Run run, String reason, String message) {
        return run.with(Conditions.set(run.object(), Conditions.READY, "False", reason, message, kernel.now()));
    }

    Run stalled(Run run, String reason, String message) {
        Run marked = run.with(Conditions.markStalled(run.object(), reason, message, kernel.now()));
        return notReady(marked, reason, message);
    }

    Exit failed(Run run, String reason, String message) {
        Run failed = notReady(run, reason, message);
        error(failed, message);
        return new Exit(failed, new Result.After(failed.spec().retryInterval()));
    }

    Run record(Run run, String status) {
        return run.with(
                History.record(run.object(), run.digest(), status, run.revision(), run.started(), kernel.now()));
    }

    static Run withGeneration(Run run) {
        Long generation = run.object().findLong("metadata", "generation");
        return run.with(
                run.object().with(List.of("status", "observedGeneration"), generation == null ? 0 : generation));
    }

    void info(Run run, String message) {
        record(run.object(), "Normal", "info", message, metadata(run.revision()));
    }

    void error(Run run, String message) {
        record(run.object(), "Warning", "error", message, metadata(run.revision()));
    }

    /** The event that ends a good run, which is also what becomes the status of a commit. */
    void finished(MapNode object, String message) {
        Map<String, String> metadata = metadata(object.findText("status", "lastAppliedRevision"));
        metadata.put(ObjectMeta.GROUP + "/commit_status", "update");
        record(object, "Normal", "info", message, metadata);
    }

    private static Map<String, String> metadata(String revision) {
        Map<String, String> metadata = new TreeMap<>();
        if (!revision.isEmpty()) {
            metadata.put(ObjectMeta.GROUP + "/revision", revision);
        }
        return metadata;
    }

    private void record(MapNode object, String type, String severity, String message, Map<String, String> metadata) {
        String reason = Conditions.find(object, Conditions.READY)
                .map(Conditions.Condition::reason)
                .orElse(severity);
        events.record(object, type, reason, message, metadata);
    }
}
