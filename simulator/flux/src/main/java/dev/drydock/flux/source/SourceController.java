package dev.drydock.flux.source;

import dev.drydock.flux.artifact.ArtifactStorage;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.flux.runtime.StatusPatcher;
import dev.drydock.flux.runtime.Triggers;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.ReconcileLoop;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import org.jspecify.annotations.Nullable;

/** source-controller on a cluster: its queues and what triggers them. */
public final class SourceController {

    private static final String COMPONENT = "source-controller";
    private static final String QUEUE = COMPONENT + "/gitrepository";

    private final Client client;
    private final EventRecorder events;
    private final ReconcileLoop gitRepositories;
    private boolean stopped;

    /** A controller that starts on a cluster, or goes on from another one's state on a copied cluster. */
    public SourceController(
            Cluster cluster, Repositories repositories, ArtifactStorage artifacts, @Nullable SourceController origin) {
        client = Client.of(cluster.server(), UserInfo.serviceAccount("flux-system", COMPONENT), COMPONENT + "/v1.9.1");
        events = origin == null
                ? new EventRecorder(client, cluster.kernel(), COMPONENT)
                : origin.events.fork(client, cluster.kernel());
        GitRepositoryReconciler git =
                new GitRepositoryReconciler(cluster.kernel(), client, repositories, artifacts, events);
        gitRepositories = origin == null
                ? new ReconcileLoop(QUEUE, cluster.kernel(), git)
                : origin.gitRepositories.fork(cluster.kernel(), git);
        cluster.server().watch(this::changed);
    }

    private void changed(WatchEvent event) {
        if (stopped) {
            return;
        }
        if (event.resource().groupResource().equals("gitrepositories.source.toolkit.fluxcd.io")
                && Triggers.isForOwner(event)) {
            gitRepositories.enqueue(StatusPatcher.nameOf(event.object()));
        }
    }

    /** Stops looking, as when the process ends. */
    public void stop() {
        stopped = true;
    }

    /** Looks at every source again, as after a restart. */
    public void restart() {
        for (Node object :
                client.list(GitRepositoryReconciler.KIND, "", "").object().findList("items")) {
            gitRepositories.enqueue(StatusPatcher.nameOf((MapNode) object));
        }
    }

    /** Looks at the sources of a URL again, as if their interval had passed. */
    public void poke(String url) {
        for (Node object :
                client.list(GitRepositoryReconciler.KIND, "", "").object().findList("items")) {
            if (Repositories.isSame(url, ObjectFields.text(object, "spec", "url"))) {
                gitRepositories.enqueue(StatusPatcher.nameOf((MapNode) object));
            }
        }
    }
}
