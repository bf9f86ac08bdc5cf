package dev.drydock.flux.source;

import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.StatusPatcher;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.timing.GoDuration;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a GitRepository to rest (source-controller internal/controller/gitrepository_controller.go). */
public final class GitRepositoryReconciler implements Reconciler {

    /** The kind that it reconciles. */
    public static final GroupVersionKind KIND = new GroupVersionKind("source.toolkit.fluxcd.io", "v1", "GitRepository");

    private static final String FINALIZER = "finalizers.fluxcd.io";

    private final Kernel kernel;
    private final Client client;
    private final Repositories repositories;
    private final ArtifactStorage artifacts;
    private final EventRecorder events;
    private final StatusPatcher patcher;

    /** A reconciler that acts as a client of the controller. */
    public GitRepositoryReconciler(
            Kernel kernel, Client client, Repositories repositories, ArtifactStorage artifacts, EventRecorder events) {
        this.kernel = kernel;
        this.client = client;
        this.repositories = repositories;
        this.artifacts = artifacts;
        this.events = events;
        this.patcher = new StatusPatcher(client, "source-controller");
    }

    @Override
    public Result reconcile(NamespacedName name) {
        ApiResponse found = client.get(KIND, name);
        if (!found.isSuccess()) {
            return new Result.Done();
        }
        MapNode before = found.object();
        ListNode finalizers = before.findList("metadata", "finalizers");
        if (before.find("metadata", "deletionTimestamp") != null) {
            artifacts.removeBelow(urlPrefix(name));
            List<Node> rest = finalizers.stream()
                    .filter(f -> !f.equals(Node.of(FINALIZER)))
                    .toList();
            patcher.patch(before, before.with(List.of("metadata", "finalizers"), ListNode.of(rest)));
            return new Result.Done();
        }
        if (!finalizers.strings().contains(FINALIZER)) {
            patcher.patch(before, before.with(List.of("metadata", "finalizers"), finalizers.plus(Node.of(FINALIZER))));
            return new Result.Again();
        }
        MapNode object = before;
        String requested = ObjectFields.annotations(object).get("reconcile.fluxcd.io/requestedAt");
        if (requested != null) {
            object = object.with(List.of("status", "lastHandledReconcileAt"), requested);
        }
        if (object.isTrue("spec", "suspend")) {
            patcher.patch(before, object);
            return new Result.Done();
        }
        Duration interval = GoDuration.parse(ObjectFields.text(object, "spec", "interval"));
        String url = ObjectFields.text(object, "spec", "url");
        Optional<Repository> repository = repositories.find(url).filter(Repository::reachable);
        String branch = ObjectFields.text(object, "spec", "ref", "branch");
        String wanted = branch.isEmpty() ? "master" : branch;
        Optional<Commit> head = repository.flatMap(r -> r.head(wanted));
        if (head.isEmpty()) {
            String cause = repository.isEmpty()
                    ? "unable to list remote for '" + url + "': dial tcp: lookup " + url + ": no such host"
                    : "unable to clone '" + url + "': couldn't find remote ref \"refs/heads/" + wanted + "\"";
            return fail(before, object, "failed to checkout and determine revision: " + cause);
        }
        String revision = wanted + "@sha1:" + head.get().hash();
        if (revision.equals(ObjectFields.text(object, "status", "artifact", "revision"))) {
            object = ready(Conditions.delete(object, "FetchFailed"), revision);
            patcher.patch(before, object);
            return new Result.After(interval);
        }
        String path = "gitrepository/" + name + "/" + head.get().hash() + ".tar.gz";
        artifacts.removeBelow(urlPrefix(name));
        artifacts.put(
                urlPrefix(name) + head.get().hash() + ".tar.gz", head.get().content());
        object = Conditions.delete(object, "FetchFailed")
                .with(
                        List.of("status", "artifact"),
                        MapNode.builder()
                                .put("digest", "sha256:" + head.get().content().digest())
                                .put(
                                        "lastUpdateTime",
                                        kernel.now()
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .toString())
                                .put("path", path)
                                .put("revision", revision)
                                .put("size", 1)
                                .put("url", urlPrefix(name) + head.get().hash() + ".tar.gz")
                                .build());
        object = ready(object, revision);
        patcher.patch(before, object);
        events.record(
                object,
                "Normal",
                "NewArtifact",
                "stored artifact for commit '" + head.get().message() + "'",
                Map.of());
        return new Result.After(interval);
    }

    private static String urlPrefix(NamespacedName name) {
        return "http://source-controller.flux-system.svc.cluster.local./gitrepository/" + name + "/";
    }

    private MapNode ready(MapNode object, String revision) {
        String message = "stored artifact for revision '" + revision + "'";
        MapNode ready = Conditions.delete(Conditions.delete(object, Conditions.RECONCILING), Conditions.STALLED);
        ready = Conditions.set(ready, "ArtifactInStorage", "True", "Succeeded", message, kernel.now());
        ready = Conditions.set(ready, Conditions.READY, "True", "Succeeded", message, kernel.now());
        Long generation = ready.findLong("metadata", "generation");
        return ready.with(List.of("status", "observedGeneration"), generation == null ? 0 : generation);
    }

    private Result fail(MapNode before, MapNode object, String message) {
        MapNode failed = Conditions.set(object, "FetchFailed", "True", "GitOperationFailed", message, kernel.now());
        failed = Conditions.markReconciling(failed, "ProgressingWithRetry", "reconciliation in progress", kernel.now());
        failed = Conditions.set(failed, Conditions.READY, "False", "GitOperationFailed", message, kernel.now());
        patcher.patch(before, failed);
        events.record(failed, "Warning", "GitOperationFailed", message, Map.of());
        return new Result.Failed(message);
    }
}
