package dev.drydock.flux.helm;

import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.runtime.Triggers;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.ReconcileLoop;
import dev.drydock.kubernetes.runtime.Reconciler;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import org.jspecify.annotations.Nullable;

/** helm-controller on a cluster: its queue and what triggers it. */
public final class HelmController {

    private static final String COMPONENT = "helm-controller";

    private final Client client;
    private final EventRecorder events;
    private final ReconcileLoop loop;
    private boolean stopped;

    /** A controller that starts on a cluster, or goes on from another one's state on a copied cluster. */
    public HelmController(Cluster cluster, FluxProfile profile, Gaps gaps, @Nullable HelmController origin) {
        client = Client.of(cluster.server(), UserInfo.serviceAccount("flux-system", COMPONENT), COMPONENT + "/v1.6.2");
        events = origin == null
                ? new EventRecorder(client, cluster.kernel(), COMPONENT)
                : origin.events.fork(client, cluster.kernel());
        Reconciler reconciler =
                gaps.watch("HelmRelease", new HelmReleaseReconciler(cluster.kernel(), client, profile, gaps, events));
        loop = origin == null
                ? new ReconcileLoop(COMPONENT + "/helmrelease", cluster.kernel(), reconciler)
                : origin.loop.fork(cluster.kernel(), reconciler);
        cluster.server().watch(this::changed);
    }

    private void changed(WatchEvent event) {
        boolean own = event.resource().groupResource().equals("helmreleases.helm.toolkit.fluxcd.io");
        if (!stopped && own && Triggers.isForOwner(event)) {
            loop.enqueue(NamespacedName.of(event.object()));
        }
    }

    /** Stops looking, as when the process ends. */
    public void stop() {
        stopped = true;
    }

    /** Looks at every HelmRelease again, as after a restart. */
    public void restart() {
        for (Node object :
                client.list(HelmReleaseReconciler.KIND, "", "").object().findList("items")) {
            loop.enqueue(NamespacedName.of((MapNode) object));
        }
    }
}
