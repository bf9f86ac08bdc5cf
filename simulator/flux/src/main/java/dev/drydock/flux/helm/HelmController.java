package dev.drydock.flux.helm;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.runtime.Triggers;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.ReconcileLoop;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** helm-controller on a cluster: its queue and what triggers it. */
public final class HelmController {

    /** {@code --concurrent}. */
    private static final int WORKERS = 4;

    private static final String COMPONENT = "helm-controller";
    private static final Set<String> SOURCES = Set.of(
            "helmcharts.source.toolkit.fluxcd.io",
            "ocirepositories.source.toolkit.fluxcd.io",
            "externalartifacts.source.toolkit.fluxcd.io");
    private static final Set<String> CONFIGS = Set.of("secrets", "configmaps");

    private final Client client;
    private final EventRecorder events;
    private final HelmReleaseReconciler reconciler;
    private final ReconcileLoop loop;
    private boolean stopped;

    /** A controller that starts on a cluster, or goes on from another one's state on a copied cluster. */
    public HelmController(
            Cluster cluster,
            FluxProfile profile,
            ArtifactStorage artifacts,
            Gaps gaps,
            @Nullable HelmController origin) {
        this(cluster, profile, artifacts, gaps, origin, new HelmRoom(cluster.kernel()));
    }

    HelmController(
            Cluster cluster,
            FluxProfile profile,
            ArtifactStorage artifacts,
            Gaps gaps,
            @Nullable HelmController origin,
            ChartEngine engine) {
        client = Client.of(cluster.server(), UserInfo.serviceAccount("flux-system", COMPONENT), COMPONENT + "/v1.6.2");
        events = origin == null
                ? new EventRecorder(client, cluster.kernel(), COMPONENT)
                : origin.events.fork(client, cluster.kernel());
        reconciler = new HelmReleaseReconciler(cluster.kernel(), client, profile, artifacts, gaps, events, engine);
        Reconciler guarded = gaps.watch("HelmRelease", reconciler);
        if (origin != null) {
            reconciler.copyStateFrom(origin.reconciler);
        }
        loop = origin == null
                ? new ReconcileLoop(COMPONENT + "/helmrelease", cluster.kernel(), guarded, WORKERS)
                : origin.loop.fork(cluster.kernel(), guarded);
        cluster.server().watch(this::changed);
    }

    private void changed(WatchEvent event) {
        if (stopped) {
            return;
        }
        String resource = event.resource().groupResource();
        if (resource.equals("helmreleases.helm.toolkit.fluxcd.io")) {
            if (Triggers.isForOwner(event)) {
                loop.enqueue(NamespacedName.of(event.object()));
            }
        } else if (SOURCES.contains(resource) && isNews(event)) {
            enqueue(release -> isFrom(release, event.object()) && !hasAttempted(release, event.object()));
        } else if (CONFIGS.contains(resource) && isWatched(event)) {
            enqueue(release -> reads(release, event.object()));
        }
    }

    /** A source that has its first artifact, another revision, or became ready (internal/predicates). */
    private static boolean isNews(WatchEvent event) {
        MapNode old = event.previous();
        if (event.type() != WatchEvent.Type.MODIFIED || old == null) {
            return false;
        }
        String before = old.findText("status", "artifact", "revision");
        String after = event.object().findText("status", "artifact", "revision");
        return !after.isEmpty()
                && (!after.equals(before) || (!Conditions.isReady(old) && Conditions.isReady(event.object())));
    }

    /** Whether a release that is ready, or on its way, has the revision of a source already (helmrelease_indexers.go). */
    private static boolean hasAttempted(MapNode release, MapNode source) {
        String revision = source.findText("status", "artifact", "revision");
        boolean isChart = ObjectFields.kind(source).equals("HelmChart");
        boolean byDigest =
                !isChart && (!ObjectFields.kind(source).equals("ExternalArtifact") || revision.contains(":"));
        String digest = revision.substring(revision.indexOf('@') + 1);
        return byDigest
                ? digest.equals(release.findText("status", "lastAttemptedRevisionDigest")) && isSettled(release)
                : revision.equals(release.findText("status", "lastAttemptedRevision")) && isSettled(release);
    }

    private static boolean isSettled(MapNode release) {
        return Conditions.isReady(release)
                || (Conditions.isTrue(release, Conditions.RECONCILING)
                        && !Conditions.isTrue(release, Conditions.STALLED));
    }

    private static boolean isFrom(MapNode release, MapNode source) {
        String own = ObjectFields.namespace(release);
        MapNode reference = release.findMap("spec", "chartRef");
        String kind = ObjectFields.kind(source);
        if (reference.isEmpty()) {
            String namespace = release.findText("spec", "chart", "spec", "sourceRef", "namespace");
            return kind.equals("HelmChart")
                    && ObjectFields.name(source).equals(own + "-" + ObjectFields.name(release))
                    && ObjectFields.namespace(source).equals(namespace.isEmpty() ? own : namespace);
        }
        String namespace = reference.findText("namespace");
        return kind.equals(reference.findText("kind"))
                && ObjectFields.name(source).equals(reference.findText("name"))
                && ObjectFields.namespace(source).equals(namespace.isEmpty() ? own : namespace);
    }

    private static boolean isWatched(WatchEvent event) {
        return "Enabled".equals(ObjectFields.labels(event.object()).get("reconcile.fluxcd.io/watch"));
    }

    private static boolean reads(MapNode release, MapNode config) {
        String kind = ObjectFields.kind(config);
        String name = ObjectFields.name(config);
        String cluster = kind.equals("Secret") ? "secretRef" : "configMapRef";
        return ObjectFields.namespace(release).equals(ObjectFields.namespace(config))
                && (release.findText("spec", "kubeConfig", cluster, "name").equals(name)
                        || release.findList("spec", "valuesFrom").stream()
                                .anyMatch(
                                        reference -> reference.findText("kind").equals(kind)
                                                && reference.findText("name").equals(name)));
    }

    /** Stops looking, as when the process ends. */
    public void stop() {
        stopped = true;
    }

    /** Looks at every HelmRelease again, as after a restart. */
    public void restart() {
        enqueue(release -> true);
    }

    private void enqueue(Predicate<MapNode> chosen) {
        for (Node object :
                client.list(HelmReleaseReconciler.KIND, "", "").object().findList("items")) {
            if (chosen.test((MapNode) object)) {
                loop.enqueue(NamespacedName.of((MapNode) object));
            }
        }
    }
}
