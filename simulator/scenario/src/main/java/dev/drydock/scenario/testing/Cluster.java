package dev.drydock.scenario.testing;

import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.kernel.Kernel;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Actor;
import dev.drydock.scenario.Profile;
import dev.drydock.scenario.Target;
import dev.drydock.scenario.Workload;
import dev.drydock.scenario.run.AccessQuestion;
import dev.drydock.scenario.run.ObjectLabel;
import dev.drydock.scenario.run.Outcome;
import dev.drydock.scenario.run.Outcomes;
import dev.drydock.scenario.run.RequestResult;
import dev.drydock.scenario.run.World;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A simulated cluster with Flux on it.
 *
 * <pre>{@code
 * Cluster cluster = Cluster.start(Profile.DEFAULT);
 * cluster.admin().apply(Manifests.read(Path.of("platform")));
 * cluster.settle();
 * Outcome outcome = cluster.outcome("Kustomization/team-a/apps");
 * }</pre>
 *
 * <p>Time is simulated: it passes in {@link #settle()} and {@link #advance}. A {@link #fork} is an independent copy and costs
 * next to nothing. Not safe for use by several threads.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Cluster {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final World world;

    private Cluster(World world) {
        this.world = world;
    }

    /** A cluster after {@code flux install}, in the default order of events. */
    public static Cluster start(Profile profile) {
        return start(profile, List.of(), Seed.DEFAULT);
    }

    /** A cluster with workloads that behave as described, in an order of events that the seed decides. */
    public static Cluster start(Profile profile, List<Workload> workloads, Seed seed) {
        return new Cluster(World.start(profile, workloads, new Repositories(), seed));
    }

    /** An independent copy: objects, time, pending work, what sources serve. */
    public Cluster fork() {
        return new Cluster(world.fork());
    }

    /** The cluster as a user sees it. */
    public ClusterUser as(UserInfo user) {
        return as(user.name(), user.groups());
    }

    /** The cluster as a user sees it, who gets the groups that authentication adds. */
    public ClusterUser as(String user, List<String> groups) {
        return new ClusterUser(this, new Actor(user, groups));
    }

    /** The cluster as its administrator ({@code system:masters}) sees it. */
    public ClusterUser admin() {
        return new ClusterUser(this, Actor.ADMIN);
    }

    List<RequestResult> perform(Action action, Actor actor) {
        return world.perform(action, actor);
    }

    /**
     * Lets time pass until nothing is left to do but retries and intervals that change nothing.
     *
     * @throws IllegalStateException when that is not so after an hour of simulated time
     */
    public Cluster settle() {
        if (!world.settle(LONGEST)) {
            throw new IllegalStateException("the cluster is still moving after " + LONGEST
                    + " of simulated time; use advance(Duration) to look at it on the way");
        }
        return this;
    }

    /** Lets time pass; work that is due runs. */
    public Cluster advance(Duration duration) {
        world.cluster().kernel().advance(duration);
        return this;
    }

    /** Serves content under a URL as a new commit of a branch; sources of that URL look again at once. */
    public Cluster push(String url, String branch, Content content) {
        Kernel kernel = world.cluster().kernel();
        world.flux().repositories().change(url, repository -> {
            String parent = repository.head(branch).map(Commit::hash).orElse("");
            return repository.withCommit(branch, Commit.of(parent, "content", kernel.now(), content));
        });
        world.flux().poke(url);
        return this;
    }

    /** Makes a URL stop answering, or answer again. */
    public Cluster outage(String url, boolean ends) {
        world.perform(new Action.Outage(url, ends), Actor.ADMIN);
        return this;
    }

    /** Restarts Flux with other flags. */
    public Cluster configure(Profile.Changes changes) {
        world.perform(new Action.Configure(changes), Actor.ADMIN);
        return this;
    }

    /**
     * The predicted outcome of an object.
     *
     * @param target {@code Kind/namespace/name} or {@code Kind/name}
     */
    public Outcome outcome(String target) {
        return new Outcomes(world).of(Target.parse(target));
    }

    /**
     * The live object.
     *
     * @param target {@code Kind/namespace/name} or {@code Kind/name}
     */
    public Optional<MapNode> object(String target) {
        return world.object(Target.parse(target));
    }

    /**
     * The object that was probably meant by a target that does not exist.
     *
     * @param target {@code Kind/namespace/name} or {@code Kind/name}
     */
    public Optional<String> nearest(String target) {
        return world.nearest(Target.parse(target));
    }

    /** The objects that did not exist right after the installation. */
    public List<MapNode> causedObjects() {
        return world.causedObjects();
    }

    /** The names of the objects that did not exist right after the installation, {@code Kind.group/namespace/name}. */
    public List<String> causedLabels() {
        return world.causedObjects().stream().map(ObjectLabel::of).toList();
    }

    /**
     * Whether a user may do something, with what was considered.
     *
     * @param resource plural name, with the group where it has one: {@code deployments.apps}
     * @param namespace namespace, empty for the cluster scope
     * @param name name of an object, empty for all
     * @throws IllegalArgumentException when nothing knows the verb or serves the resource; names the nearest
     */
    public Decision authorize(UserInfo user, String verb, String resource, String namespace, String name) {
        int slash = resource.indexOf('/');
        String subresource = slash < 0 ? "" : resource.substring(slash + 1);
        String plain = slash < 0 ? resource : resource.substring(0, slash);
        return new AccessQuestion(Actor.ADMIN, verb, plain, subresource, namespace, name).decide(world, user);
    }

    /**
     * Checks that an object can be, or could have been, there; what no cluster serves is absent from every one.
     *
     * @param target {@code Kind/namespace/name} or {@code Kind/name}
     * @throws IllegalArgumentException when nothing served its kind at any time; names the nearest
     */
    public void checkServed(String target) {
        world.checkServed(Target.parse(target));
    }

    /** The cluster without Flux' view: time, the API server, the controllers. */
    public dev.drydock.kubernetes.Cluster kubernetes() {
        return world.cluster();
    }
}
