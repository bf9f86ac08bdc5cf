package dev.drydock.flux.kustomization;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.artifact.Revision;
import dev.drydock.flux.dependency.DependencyOrder;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.runtime.Triggers;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.substitution.VariableSource;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.ReconcileLoop;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** kustomize-controller on a cluster: its queue and what triggers it. */
public final class KustomizeController {

    /** {@code --concurrent}. */
    private static final int WORKERS = 4;

    private static final String COMPONENT = "kustomize-controller";
    private static final String QUEUE = COMPONENT + "/kustomization";

    private static final String STALE = "failed to update status: timed out waiting for the condition";

    /** The default of {@code --watch-label-selector} for configuration. */
    private static final String WATCH = "reconcile.fluxcd.io/watch";

    private static final String WATCHED = "Enabled";

    private static final Map<String, String> SOURCE_KINDS = Map.of(
            "gitrepositories.source.toolkit.fluxcd.io", "GitRepository",
            "ocirepositories.source.toolkit.fluxcd.io", "OCIRepository",
            "buckets.source.toolkit.fluxcd.io", "Bucket",
            "externalartifacts.source.toolkit.fluxcd.io", "ExternalArtifact");

    private final Client client;
    private final FluxProfile profile;
    private final Repositories repositories;
    private final EventRecorder events;
    private final KustomizationReconciler reconciler;
    private final ReconcileLoop loop;
    private final Informer informer;
    private boolean stopped;

    /** A controller that starts on a cluster, or goes on from another one's state on a copied cluster. */
    public KustomizeController(
            Cluster cluster,
            FluxProfile profile,
            Repositories repositories,
            ArtifactStorage artifacts,
            Gaps gaps,
            @Nullable KustomizeController origin) {
        this.profile = profile;
        this.repositories = repositories;
        client = Client.of(cluster.server(), UserInfo.serviceAccount("flux-system", COMPONENT), COMPONENT + "/v1.9.4");
        events = origin == null
                ? new EventRecorder(client, cluster.kernel(), COMPONENT)
                : origin.events.fork(client, cluster.kernel());
        reconciler = new KustomizationReconciler(
                cluster.kernel(), client, profile, artifacts, builder(profile), events, gaps);
        informer = origin == null ? new Informer() : origin.informer.copy();
        Reconciler guarded = gaps.watch("Kustomization", new Informed());
        if (origin != null) {
            reconciler.copyStateFrom(origin.reconciler);
        }
        loop = origin == null
                ? new ReconcileLoop(QUEUE, cluster.kernel(), guarded, WORKERS)
                : origin.loop.fork(cluster.kernel(), guarded);
        cluster.server().watch(this::changed);
    }

    private Builder builder(FluxProfile profile) {
        String confinement = profile.noRemoteBases() ? ArtifactBuilder.ROOT : "/";
        return new ArtifactBuilder(
                this::variables,
                profile.gate("StrictPostBuildSubstitutions", true),
                () -> new RemoteBases(repositories, confinement));
    }

    /** ConfigMaps and Secrets of {@code substituteFrom} are read as the controller. */
    private VariableSource.Read variables(String kind, String namespace, String name) {
        ApiResponse response = client.get(new GroupVersionKind("", "v1", kind), new NamespacedName(namespace, name));
        return response.isSuccess()
                ? VariableSource.Read.of(response.object())
                : VariableSource.Read.failed(response.message(), response.code() == 404);
    }

    /** Reconciles what the cache shows; while it stands still, a run waits in vain for its own writes to show up. */
    private final class Informed implements Reconciler {

        @Override
        public Result reconcile(NamespacedName name) {
            if (!informer.isStopped()) {
                return reconciler.reconcile(name);
            }
            ApiResponse found = client.get(KustomizationSpec.KIND, name);
            if (!found.isSuccess() || !informer.knows(name) || new KustomizationSpec(found.object()).isSuspended()) {
                return new Result.Done();
            }
            events.record(found.object(), "Warning", "Progressing", STALE, Map.of());
            return new Result.Failed(STALE);
        }

        @Override
        public Result resume(NamespacedName name) {
            return reconciler.resume(name);
        }
    }

    private void changed(WatchEvent event) {
        if (stopped) {
            return;
        }
        String resource = event.resource().groupResource();
        if (resource.equals("kustomizations.kustomize.toolkit.fluxcd.io")) {
            informer.see(event, Triggers.isForOwner(event)).forEach(loop::enqueue);
            return;
        }
        if (resource.equals("configmaps") || resource.equals("secrets")) {
            configChanged(event.object());
            return;
        }
        String sourceKind = SOURCE_KINDS.get(resource);
        if (sourceKind != null && event.type() != WatchEvent.Type.DELETED && hasNewArtifact(event)) {
            sourceChanged(sourceKind, event.object());
        }
    }

    private static boolean hasNewArtifact(WatchEvent event) {
        String revision = event.object().findText("status", "artifact", "revision");
        MapNode old = event.previous();
        return old == null
                || (!revision.isEmpty() && !Revision.isSame(revision, old.findText("status", "artifact", "revision")));
    }

    private void sourceChanged(String kind, MapNode source) {
        NamespacedName name = NamespacedName.of(source);
        String revision = source.findText("status", "artifact", "revision");
        List<MapNode> outdated = new ArrayList<>();
        for (Node node : client.list(KustomizationSpec.KIND, "", "").object().findList("items")) {
            MapNode object = (MapNode) node;
            KustomizationSpec spec = new KustomizationSpec(object);
            if (!spec.sourceKind().equals(kind) || !spec.source().equals(name)) {
                continue;
            }
            boolean upToDate = (Conditions.isReady(object) || Conditions.isTrue(object, Conditions.RECONCILING))
                    && Revision.isSame(revision, object.findText("status", "lastAttemptedRevision"));
            if (!upToDate) {
                outdated.add(object);
            }
        }
        wake(outdated);
    }

    /** Wakes Kustomizations and what they depend on; none of them when the dependencies run in a circle. */
    private void wake(List<MapNode> objects) {
        DependencyOrder.sort(objects).ifPresent(names -> names.forEach(loop::enqueue));
    }

    /** ConfigMaps and Secrets with a label of their own wake the Kustomizations that read them. */
    private void configChanged(MapNode config) {
        if (!WATCHED.equals(ObjectFields.labels(config).get(WATCH)) || profile.gate("DisableConfigWatchers", false)) {
            return;
        }
        List<MapNode> readers = new ArrayList<>();
        for (Node node : client.list(KustomizationSpec.KIND, ObjectFields.namespace(config), "")
                .object()
                .findList("items")) {
            if (new KustomizationSpec((MapNode) node).reads(ObjectFields.kind(config), ObjectFields.name(config))) {
                readers.add((MapNode) node);
            }
        }
        wake(readers);
    }

    /** Stops looking; what was under way is dropped, as when the process ends. */
    public void stop() {
        stopped = true;
    }

    /** Looks at every Kustomization again, as after a restart. */
    public void restart() {
        List<MapNode> objects = client.list(KustomizationSpec.KIND, "", "").object().findList("items").stream()
                .map(MapNode.class::cast)
                .toList();
        informer.fill(objects);
        objects.forEach(object -> loop.enqueue(NamespacedName.of(object)));
    }

    /** The refusal of the API server that is behind the last failure of a Kustomization. */
    public Optional<ApiResponse> refusal(NamespacedName name) {
        return reconciler.refusal(name);
    }
}
