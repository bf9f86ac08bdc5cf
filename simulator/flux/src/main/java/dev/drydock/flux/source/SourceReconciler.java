package dev.drydock.flux.source;

import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.StatusPatcher;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.SourceResult;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.InvalidDurationException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What all kinds of sources have in common: finalizer, suspension, progress, the artifact, the sum of the conditions, events
 * and retries (source-controller internal/reconcile).
 */
abstract class SourceReconciler implements Reconciler {

    private static final String FINALIZER = "finalizers.fluxcd.io";
    private static final String SERVER = "http://source-controller.flux-system.svc.cluster.local./";

    private final SourceKind kind;
    private final StatusPatcher patcher;
    private final EventRecorder events;
    final Kernel kernel;
    final Client client;
    final Repositories repositories;
    final ArtifactStorage artifacts;

    SourceReconciler(SourceKind kind, SourceTools tools) {
        this.kind = kind;
        this.kernel = tools.kernel();
        this.client = tools.client();
        this.repositories = tools.repositories();
        this.artifacts = tools.artifacts();
        this.events = tools.events();
        this.patcher = new StatusPatcher(client, "source-controller");
    }

    SourceKind kind() {
        return kind;
    }

    /** Looks at the source and brings its artifact up to date. */
    abstract Attempt fetch(MapNode object);

    /** The time between looks. */
    Duration interval(MapNode object) {
        try {
            return GoDurations.parse(object.findText("spec", "interval"));
        } catch (InvalidDurationException e) {
            return Duration.ZERO;
        }
    }

    @Override
    public Result reconcile(NamespacedName name) {
        ApiResponse found = client.get(kind.kind(), name);
        if (!found.isSuccess()) {
            return new Result.Done();
        }
        MapNode before = found.object();
        requireReadable(before);
        ListNode finalizers = before.findList("metadata", "finalizers");
        if (before.find("metadata", "deletionTimestamp") != null) {
            return delete(name, before, finalizers);
        }
        if (!finalizers.strings().contains(FINALIZER)) {
            ListNode more = finalizers.plus(Node.of(FINALIZER));
            patcher.patch(before, before.with(List.of("metadata", "finalizers"), more));
            return new Result.Again();
        }
        MapNode object = withHandledRequest(before);
        if (object.isTrue("spec", "suspend")) {
            boolean observed = !object.findList("status", "conditions").isEmpty();
            patcher.patch(before, observed ? withObservedGeneration(object) : object);
            return new Result.Done();
        }
        return finish(before, fetch(begin(object)));
    }

    /** A duration that the server's pattern lets pass and Go cannot read stops the informer of the whole kind. */
    private static void requireReadable(MapNode object) {
        for (String field : List.of("interval", "timeout")) {
            String duration = object.findText("spec", field);
            try {
                if (!duration.isEmpty()) {
                    GoDurations.parse(duration);
                }
            } catch (InvalidDurationException e) {
                throw new NotModelledException("an informer that cannot read an object (" + e.getMessage() + ")");
            }
        }
    }

    private Result delete(NamespacedName name, MapNode before, ListNode finalizers) {
        artifacts.removeBelow(SERVER + kind.path() + "/" + name + "/");
        List<Node> rest = finalizers.stream()
                .filter(finalizer -> !finalizer.equals(Node.of(FINALIZER)))
                .toList();
        patcher.patch(before, before.with(List.of("metadata", "finalizers"), ListNode.of(rest)));
        if (before.find("status", "artifact") != null) {
            String text = "garbage collected artifacts for deleted resource";
            events.record(before, "Normal", "GarbageCollectionSucceeded", text, Map.of());
        }
        return new Result.Done();
    }

    private MapNode begin(MapNode object) {
        String current = object.findText("status", "artifact", "url");
        if (!current.isEmpty()) {
            int collected = artifacts.collect(
                    SERVER + kind.path() + "/" + NamespacedName.of(object) + "/", current, kernel.now());
            if (collected > 0) {
                event(object, "Normal", "GarbageCollectionSucceeded", "garbage collected " + collected + " artifacts");
            }
        }
        Long generation = object.findLong("metadata", "generation");
        Long observed = object.findLong("status", "observedGeneration");
        String message = Objects.equals(generation, observed)
                ? "reconciliation in progress"
                : "processing object: new generation " + (observed == null ? -1 : observed) + " -> " + generation;
        MapNode begun = progress(object, message);
        boolean stored =
                artifacts.find(begun.findText("status", "artifact", "url")).isPresent();
        if (stored) {
            return begun;
        }
        String building = begun.find("status", "artifact") == null
                ? "building artifact"
                : "building artifact: disappeared from storage";
        MapNode bare = Conditions.delete(begun, "ArtifactInStorage").withoutPath("status", "artifact");
        bare = Conditions.markReconciling(bare, "Progressing", building, kernel.now());
        return Conditions.set(bare, Conditions.READY, "Unknown", "Progressing", building, kernel.now());
    }

    private MapNode progress(MapNode object, String message) {
        MapNode marked = Conditions.markReconciling(object, "Progressing", message, kernel.now());
        boolean open = Conditions.find(object, Conditions.READY)
                .map(ready -> ready.status().equals("Unknown"))
                .orElse(true);
        return open
                ? Conditions.set(marked, Conditions.READY, "Unknown", "Progressing", message, kernel.now())
                : marked;
    }

    private Result finish(MapNode before, Attempt attempt) {
        List<MapNode> conditions = attempt.object().findList("status", "conditions").stream()
                .map(MapNode.class::cast)
                .toList();
        Duration interval = interval(attempt.object());
        SourceResult result = SourceResult.compute(attempt.outcome(), attempt.failure(), interval, conditions);
        MapNode object = withConditions(attempt.object(), result.conditions());
        object = Summary.apply(object, kind.summarized(), kernel.now());
        if (result.setsObservedGeneration()) {
            object = withObservedGeneration(object);
        }
        patcher.patch(before, object);
        SourceResult.Failure failure = attempt.failure();
        if (failure != null && !attempt.eventReason().isEmpty()) {
            boolean normal = failure instanceof SourceResult.Waiting
                    || (failure instanceof SourceResult.Generic generic && generic.ignore());
            events.record(object, normal ? "Normal" : "Warning", attempt.eventReason(), failure.message(), Map.of());
        } else if (attempt.news() != null) {
            MapNode artifact = object.findMap("status", "artifact");
            Map<String, String> metadata = new TreeMap<>();
            for (String key : List.of("revision", "digest")) {
                metadata.put(kind.kind().group() + "/" + key, artifact.findText(key));
            }
            events.record(
                    object, "Normal", attempt.news().reason(), attempt.news().message(), metadata);
        }
        String error = result.returnedError();
        if (error != null) {
            return new Result.Failed(error);
        }
        if (result.requeue()) {
            return new Result.Again();
        }
        return result.requeueAfter().isZero() ? new Result.Done() : new Result.After(result.requeueAfter());
    }

    /** The conditions in their order, each stamped when it is new. */
    private MapNode withConditions(MapNode object, List<MapNode> conditions) {
        MapNode result = object.with(List.of("status", "conditions"), ListNode.EMPTY);
        MapNode kept = object.with(List.of("status", "conditions"), ListNode.of(conditions));
        for (MapNode condition : conditions) {
            String type = condition.findText("type");
            boolean known = condition.has("lastTransitionTime")
                    && object.findList("status", "conditions").stream().anyMatch(condition::equals);
            result = known
                    ? result.with(
                            List.of("status", "conditions"),
                            result.findList("status", "conditions").plus(condition))
                    : Conditions.set(
                            result,
                            type,
                            condition.findText("status"),
                            condition.findText("reason"),
                            condition.findText("message"),
                            kernel.now());
        }
        return conditions.isEmpty() ? kept.withoutPath("status", "conditions") : result;
    }

    private static MapNode withHandledRequest(MapNode object) {
        String requested = ObjectFields.annotations(object).get("reconcile.fluxcd.io/requestedAt");
        return requested == null ? object : object.with(List.of("status", "lastHandledReconcileAt"), requested);
    }

    private static MapNode withObservedGeneration(MapNode object) {
        Long generation = object.findLong("metadata", "generation");
        return object.with(List.of("status", "observedGeneration"), generation == null ? 0 : generation);
    }

    /** The source with a condition that says what failed. */
    MapNode failing(MapNode object, String type, String reason, String message) {
        return Conditions.set(object, type, "True", reason, message, kernel.now());
    }

    /** The source with the news of a revision that its artifact does not have yet. */
    MapNode announced(MapNode object, String news) {
        MapNode begun = object.find("status", "artifact") == null
                ? object
                : Conditions.set(object, "ArtifactOutdated", "True", "NewRevision", news, kernel.now());
        return Conditions.markReconciling(begun, "Progressing", "building artifact: " + news, kernel.now());
    }

    /** Records an event besides the one about how the run ended. */
    void event(MapNode object, String type, String reason, String message) {
        events.record(object, type, reason, message, Map.of());
    }

    /** The source with an artifact in storage. */
    MapNode stored(MapNode object, String file, String revision, Content content) {
        NamespacedName name = NamespacedName.of(object);
        String path = kind.path() + "/" + name + "/" + file;
        artifacts.put(SERVER + path, content, kernel.now());
        int size = content.files().values().stream()
                .mapToInt(entry -> entry instanceof Content.File f ? f.bytes().length : 0)
                .sum();
        MapNode artifact = MapNode.builder()
                .put("digest", "sha256:" + content.digest())
                .put(
                        "lastUpdateTime",
                        kernel.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("path", path)
                .put("revision", revision)
                .put("size", size)
                .put("url", SERVER + path)
                .build();
        return object.with(List.of("status", "artifact"), artifact);
    }

    /** The source with the address under which its newest artifact is always found. */
    MapNode latest(MapNode object, String file) {
        String url = SERVER + kind.path() + "/" + NamespacedName.of(object) + "/" + file;
        return object.with(List.of("status", "url"), Node.of(url));
    }
}
