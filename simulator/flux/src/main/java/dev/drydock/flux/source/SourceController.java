package dev.drydock.flux.source;

import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.runtime.Triggers;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.runtime.ReconcileLoop;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** source-controller on a cluster: its queues and what triggers them. */
public final class SourceController {

    private static final String COMPONENT = "source-controller";
    private final Client client;
    private final Kernel kernel;
    private final EventRecorder events;
    private final Map<String, SourceReconciler> reconcilers = new TreeMap<>();
    private final Map<String, ReconcileLoop> queues = new TreeMap<>();
    private boolean stopped;

    /** A controller that starts on a cluster, or goes on from another one's state on a copied cluster. */
    public SourceController(
            Cluster cluster,
            Repositories repositories,
            ArtifactStorage artifacts,
            Gaps gaps,
            @Nullable SourceController origin) {
        client = Client.of(cluster.server(), UserInfo.serviceAccount("flux-system", COMPONENT), COMPONENT + "/v1.9.1");
        kernel = cluster.kernel();
        events = origin == null
                ? new EventRecorder(client, cluster.kernel(), COMPONENT)
                : origin.events.fork(client, cluster.kernel());
        SourceTools tools = new SourceTools(cluster.kernel(), client, repositories, artifacts, events, gaps);
        for (SourceReconciler reconciler : List.of(
                new GitRepositoryReconciler(tools),
                new OciRepositoryReconciler(tools),
                new HelmRepositoryReconciler(tools),
                new BucketReconciler(tools),
                new HelmChartReconciler(tools))) {
            String kind = reconciler.kind().kind().kind();
            ReconcileLoop queue = origin == null ? null : origin.queues.get(kind);
            reconcilers.put(kind, reconciler);
            Reconciler guarded = gaps.watch(kind, reconciler);
            queues.put(
                    kind,
                    queue == null
                            ? new ReconcileLoop(
                                    COMPONENT + "/" + reconciler.kind().path(), cluster.kernel(), guarded)
                            : queue.fork(cluster.kernel(), guarded));
        }
        cluster.server().watch(this::changed);
    }

    private void changed(WatchEvent event) {
        if (stopped || !event.resource().group().equals("source.toolkit.fluxcd.io")) {
            return;
        }
        ReconcileLoop queue = queues.get(ObjectFields.kind(event.object()));
        if (queue != null && Triggers.isForOwner(event)) {
            queue.enqueue(NamespacedName.of(event.object()));
        }
        if (event.type() != WatchEvent.Type.DELETED) {
            chartsOf(event);
        }
    }

    /**
     * Charts look again when their source has a new revision; a source of the same name in another namespace wakes them
     * too, because upstream's index does not know namespaces.
     */
    private void chartsOf(WatchEvent event) {
        MapNode source = event.object();
        String kind = ObjectFields.kind(source);
        String revision = source.findText("status", "artifact", "revision");
        MapNode old = event.previous();
        boolean isNew = old == null || !revision.equals(old.findText("status", "artifact", "revision"));
        ReconcileLoop queue = queues.get(SourceKind.HELM_CHART.kind().kind());
        if (queue == null || revision.isEmpty() || !isNew || !HelmChartReconciler.SOURCES.contains(kind)) {
            return;
        }
        for (Node chart :
                client.list(SourceKind.HELM_CHART.kind(), "", "").object().findList("items")) {
            Node reference = chart.find("spec", "sourceRef");
            if (reference != null
                    && reference.findText("kind").equals(kind)
                    && reference.findText("name").equals(ObjectFields.name(source))
                    && !chart.findText("status", "observedSourceArtifactRevision")
                            .equals(revision)) {
                queue.enqueue(NamespacedName.of((MapNode) chart));
            }
        }
    }

    /** Stops looking, as when the process ends. */
    public void stop() {
        stopped = true;
    }

    /** Looks at every source again, as after a restart. */
    public void restart() {
        enqueue(object -> true);
    }

    /** Looks at the sources of a URL again, as if their interval had passed. */
    public void poke(String url) {
        enqueue(object -> Repositories.isSame(url, object.findText("spec", "url")));
    }

    /** Has the sources of a URL and all charts asked to look again, by the annotation that {@code flux reconcile} writes. */
    public void ask(String url, Client asking) {
        for (SourceReconciler reconciler : reconcilers.values()) {
            ask(reconciler.kind(), asking, object -> Repositories.isSame(url, object.findText("spec", "url")));
        }
        ask(SourceKind.HELM_CHART, asking, object -> true);
    }

    private void ask(SourceKind source, Client asking, Predicate<MapNode> chosen) {
        MapNode request = Triggers.request(kernel.now());
        for (Node object : client.list(source.kind(), "", "").object().findList("items")) {
            if (chosen.test((MapNode) object)) {
                NamespacedName name = NamespacedName.of((MapNode) object);
                asking.patch(source.kind(), name, "", PatchType.MERGE, request, WriteOptions.as(""));
            }
        }
    }

    private void enqueue(Predicate<MapNode> chosen) {
        reconcilers.forEach((kind, reconciler) -> {
            ReconcileLoop queue = queues.get(kind);
            if (queue == null) {
                return;
            }
            SourceKind source = reconciler.kind();
            for (Node object : client.list(source.kind(), "", "").object().findList("items")) {
                if (chosen.test((MapNode) object)) {
                    queue.enqueue(NamespacedName.of((MapNode) object));
                }
            }
        });
    }
}
