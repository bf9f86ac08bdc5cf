package dev.drydock.flux.notification;

import com.google.common.hash.Hashing;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.StatusPatcher;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a Receiver to rest (notification-controller internal/controller/receiver_controller.go). */
final class ReceiverReconciler implements Reconciler {

    private static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final List<String> FINALIZERS = List.of("metadata", "finalizers");

    private final Kernel kernel;
    private final Client client;
    private final EventRecorder events;
    private final StatusPatcher patcher;
    private final ReceiverExpressions expressions = new ReceiverExpressions();

    ReceiverReconciler(Kernel kernel, Client client, EventRecorder events) {
        this.kernel = kernel;
        this.client = client;
        this.events = events;
        this.patcher = new StatusPatcher(client, "notification-controller");
    }

    /** How a run ended; an error is told by an event and tried again. */
    private record Ended(MapNode object, Result result) {}

    @Override
    public Result reconcile(NamespacedName name) {
        ApiResponse found = client.get(Kinds.RECEIVER, name);
        if (!found.isSuccess()) {
            return new Result.Done();
        }
        MapNode before = found.object();
        Ended ended = run(before);
        MapNode object = closing(ended.object());
        patcher.patch(before, object);
        if (ended.result() instanceof Result.Failed failed) {
            events.record(object, "Warning", "Failed", failed.error(), Map.of());
        } else if (Conditions.isReady(object)) {
            String text = "Reconciliation finished, next run in " + GoDurations.format(interval(object));
            events.record(object, "Normal", "Succeeded", text, Map.of());
        }
        return ended.result();
    }

    private static Duration interval(MapNode object) {
        String interval = object.findText("spec", "interval");
        return interval.isEmpty() ? INTERVAL : GoDurations.parse(interval);
    }

    private Ended run(MapNode object) {
        ListNode finalizers = object.findList("metadata", "finalizers");
        if (object.find("metadata", "deletionTimestamp") != null) {
            List<Node> rest = finalizers.stream()
                    .filter(finalizer -> !finalizer.equals(Node.of(Kinds.FINALIZER)))
                    .toList();
            return new Ended(object.with(FINALIZERS, ListNode.of(rest)), new Result.Done());
        }
        if (!finalizers.strings().contains(Kinds.FINALIZER)) {
            return new Ended(object.with(FINALIZERS, finalizers.plus(Node.of(Kinds.FINALIZER))), new Result.Again());
        }
        if (object.isTrue("spec", "suspend")) {
            return new Ended(object, new Result.Done());
        }
        Optional<String> problem = expressions.filterProblem(object).or(() -> expressions.claimProblem(object));
        if (problem.isPresent()) {
            return new Ended(misconfigured(object, problem.get()), new Result.Done());
        }
        MapNode begun = Conditions.markReconciling(object, "Progressing", "Reconciliation in progress", kernel.now());
        return initialize(begun);
    }

    private MapNode misconfigured(MapNode object, String problem) {
        String reason = "InvalidCELExpression";
        String message = "Reconciliation failed terminally due to configuration error: " + problem;
        MapNode stalled = Conditions.set(object, Conditions.READY, "False", reason, message, kernel.now());
        stalled = Conditions.markStalled(stalled, reason, message, kernel.now());
        events.record(stalled, "Warning", reason, message, Map.of());
        return observed(stalled);
    }

    private Ended initialize(MapNode object) {
        String secret = object.findText("spec", "secretRef", "name");
        String token = "";
        if (!secret.isEmpty()) {
            NamespacedName name = new NamespacedName(ObjectFields.namespace(object), secret);
            ApiResponse response = client.get(SECRET, name);
            Node data = response.isSuccess() ? response.object().find("data", "token") : null;
            if (data == null) {
                String error = response.isSuccess()
                        ? "invalid '" + name + "' secret data: required fields 'token'"
                        : "unable to read token from secret '" + name + "' error: " + response.message();
                MapNode failed =
                        Conditions.set(object, Conditions.READY, "False", "TokenNotFound", error, kernel.now());
                return new Ended(failed.withoutPath("status", "webhookPath"), new Result.Failed(error));
            }
            token = new String(
                    Base64.getDecoder().decode(response.object().findText("data", "token")), StandardCharsets.UTF_8);
        }
        String path = "/hook/"
                + Hashing.sha256()
                        .hashString(
                                token + ObjectFields.name(object) + ObjectFields.namespace(object),
                                StandardCharsets.UTF_8);
        MapNode ready = Conditions.set(
                object, Conditions.READY, "True", "Succeeded", "Receiver initialized for path: " + path, kernel.now());
        return new Ended(ready.with(List.of("status", "webhookPath"), path), new Result.After(interval(object)));
    }

    /** The last changes of every run. */
    private MapNode closing(MapNode object) {
        String requested = ObjectFields.annotations(object).get("reconcile.fluxcd.io/requestedAt");
        MapNode closed =
                requested == null ? object : object.with(List.of("status", "lastHandledReconcileAt"), requested);
        if (Conditions.isTrue(closed, Conditions.READY)) {
            return observed(Conditions.delete(closed, Conditions.RECONCILING));
        }
        Optional<Conditions.Condition> reconciling = Conditions.find(closed, Conditions.RECONCILING);
        return Conditions.isFalse(closed, Conditions.READY) && reconciling.isPresent()
                ? Conditions.set(
                        closed,
                        Conditions.RECONCILING,
                        reconciling.get().status(),
                        "ProgressingWithRetry",
                        reconciling.get().message(),
                        kernel.now())
                : closed;
    }

    private static MapNode observed(MapNode object) {
        Long generation = object.findLong("metadata", "generation");
        return object.with(List.of("status", "observedGeneration"), generation == null ? 0 : generation);
    }
}
