package dev.drydock.scenario;

import dev.drydock.kubernetes.PatchType;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What an operation does. */
@API(status = API.Status.STABLE, since = "0.1")
public sealed interface Action {

    /**
     * Writes objects one by one.
     *
     * @param create whether by POST; otherwise by server-side apply
     * @param file file or folder of manifests, or null
     * @param resource an object given in place, or null
     * @param dryRun whether nothing is stored
     * @param force whether an apply takes fields from their owners
     * @param fieldManager name of the field manager
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Write(
            boolean create,
            @Nullable SourcePath file,
            @Nullable MapNode resource,
            boolean dryRun,
            boolean force,
            String fieldManager)
            implements Action {}

    /**
     * Patches an object.
     *
     * @param target the object
     * @param type format of the patch
     * @param patch the patch
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Patch(Target target, PatchType type, Node patch) implements Action {}

    /**
     * Deletes an object.
     *
     * @param target the object
     * @param propagationPolicy what becomes of its dependents, null for the server's default
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Delete(Target target, @Nullable String propagationPolicy) implements Action {}

    /**
     * Reads an object.
     *
     * @param target the object
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Get(Target target) implements Action {}

    /**
     * Serves new content under a URL.
     *
     * @param url the URL
     * @param branch branch that gets a commit, null when a tag is set
     * @param tag tag that is set, or null
     * @param directory the content, or null
     * @param charts charts of a Helm repository
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Push(
            String url,
            @Nullable String branch,
            @Nullable String tag,
            @Nullable SourcePath directory,
            List<SourcePath> charts)
            implements Action {

        /** A push with a copy of the list. */
        public Push {
            charts = List.copyOf(charts);
        }
    }

    /**
     * Asks for a reconciliation now, as {@code flux reconcile} does.
     *
     * @param target the Flux object
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Reconcile(Target target) implements Action {}

    /**
     * Lets time pass.
     *
     * @param duration how much
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Advance(Duration duration) implements Action {}

    /**
     * Lets time pass until the world is at rest.
     *
     * @param within at most this long
     * @param quiet null to wait until retries and intervals change nothing; otherwise to stop once nothing changed for
     *     so long
     * @param atLeast at least this long
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Settle(Duration within, @Nullable Duration quiet, Duration atLeast) implements Action {}

    /**
     * Restarts Flux with other flags.
     *
     * @param changes the keys that change
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Configure(Profile.Changes changes) implements Action {}

    /**
     * A source stops answering, or answers again.
     *
     * @param repository its URL
     * @param ends whether it answers again
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Outage(String repository, boolean ends) implements Action {}
}
