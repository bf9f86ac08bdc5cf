package dev.drydock.scenario.testing;

import dev.drydock.kubernetes.PatchType;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Actor;
import dev.drydock.scenario.Target;
import dev.drydock.scenario.run.RequestResult;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A cluster as one user sees it.
 *
 * <p>The plain methods throw {@link RefusedError} when the server refuses; the ones that begin with {@code try} return the
 * answers, to be asserted on.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ClusterUser {

    private static final String MANAGER = "drydock";

    private final Cluster cluster;
    private final Actor actor;

    ClusterUser(Cluster cluster, Actor actor) {
        this.cluster = cluster;
        this.actor = actor;
    }

    /** Applies objects one by one, by server-side apply. */
    public ClusterUser apply(List<MapNode> objects) {
        return accepted(tryApply(objects));
    }

    /** Applies objects and returns the answers. */
    public List<RequestResult> tryApply(List<MapNode> objects) {
        List<RequestResult> results = new ArrayList<>();
        for (MapNode object : objects) {
            results.addAll(cluster.perform(new Action.Write(false, null, object, false, false, MANAGER), actor));
        }
        return results;
    }

    /** Creates objects one by one. */
    public ClusterUser create(List<MapNode> objects) {
        return accepted(tryCreate(objects));
    }

    /** Creates objects and returns the answers. */
    public List<RequestResult> tryCreate(List<MapNode> objects) {
        List<RequestResult> results = new ArrayList<>();
        for (MapNode object : objects) {
            results.addAll(cluster.perform(new Action.Write(true, null, object, false, false, MANAGER), actor));
        }
        return results;
    }

    /** Changes an object by a patch. */
    public ClusterUser patch(String target, PatchType type, Node patch) {
        return accepted(tryPatch(target, type, patch));
    }

    /** Changes an object by a patch and returns the answer. */
    public List<RequestResult> tryPatch(String target, PatchType type, Node patch) {
        return cluster.perform(new Action.Patch(Target.parse(target), type, patch), actor);
    }

    /** Deletes an object. */
    public ClusterUser delete(String target) {
        return accepted(tryDelete(target));
    }

    /** Deletes an object and returns the answer. */
    public List<RequestResult> tryDelete(String target) {
        return cluster.perform(new Action.Delete(Target.parse(target), null), actor);
    }

    /** Asks Flux to reconcile an object now. */
    public ClusterUser reconcile(String target) {
        return accepted(cluster.perform(new Action.Reconcile(Target.parse(target)), actor));
    }

    private ClusterUser accepted(List<RequestResult> results) {
        for (RequestResult result : results) {
            if (!result.isAccepted()) {
                throw new RefusedError(actor.user(), result);
            }
        }
        return this;
    }
}
