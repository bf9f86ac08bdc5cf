package dev.drydock.scenario.run;

import dev.drydock.flux.Flux;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Actor;
import dev.drydock.scenario.Profile;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.Target;
import dev.drydock.scenario.Workload;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A running cluster with Flux on it, as a scenario sees it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class World {

    private final Cluster cluster;
    private final Flux flux;
    private final Set<String> atTheStart;
    private final List<RequestResult> requests = new ArrayList<>();
    private final RefusalLog refusals = new RefusalLog();
    private final FluxStates states;
    private final Served served;
    private final Namespaces namespaces;
    private Profile profile;
    private @Nullable Cluster afterOneRound;
    private long roundRevision = -1;
    private Instant roundTime = Instant.MIN;

    World(Cluster cluster, Flux flux, Profile profile) {
        this(
                cluster,
                flux,
                profile,
                uids(cluster.server()),
                new FluxStates(),
                Served.from(cluster.server().discovery()),
                Namespaces.from(cluster.server()));
    }

    private World(
            Cluster cluster,
            Flux flux,
            Profile profile,
            Set<String> atTheStart,
            FluxStates states,
            Served served,
            Namespaces namespaces) {
        this.cluster = cluster;
        this.flux = flux;
        this.profile = profile;
        this.atTheStart = atTheStart;
        this.states = states;
        this.served = served;
        this.namespaces = namespaces;
        cluster.server().audit(refusals);
        cluster.server().watch(states);
        cluster.server().watch(served);
        cluster.server().watch(namespaces);
    }

    /** A cluster after {@code flux install}, before the first step, whose sources reach these repositories and those of the scenario. */
    static World start(
            Scenario scenario, ScenarioSources sources, Repositories repositories, Installation installation) {
        Profile profile = scenario.profile();
        Cluster cluster = installation.cluster(profile, scenario.workloads());
        if (!scenario.webhooks().isEmpty()) {
            cluster.server().webhooks(new DeclaredWebhooks(scenario.webhooks()));
        }
        return installed(profile, cluster, Sources.describe(repositories, scenario, sources, cluster.kernel()));
    }

    /** A cluster after {@code flux install} whose sources reach these repositories. */
    public static World start(Profile profile, List<Workload> workloads, Repositories repositories, Seed seed) {
        return installed(profile, new Installation(seed).cluster(profile, workloads), repositories);
    }

    private static World installed(Profile profile, Cluster cluster, Repositories repositories) {
        Flux flux = new Flux(profile.fluxProfile(), repositories);
        cluster.install(flux);
        new Settling(cluster).toRest(java.time.Duration.ofMinutes(1));
        return new World(cluster, flux, profile);
    }

    /** An independent copy that knows the requests so far. */
    public World fork() {
        Cluster copy = cluster.fork();
        World world = new World(
                copy,
                Flux.of(copy).orElseThrow(),
                profile,
                atTheStart,
                states.copy(),
                served.copy(),
                namespaces.copy());
        world.requests.addAll(requests);
        world.refusals.addAll(refusals);
        return world;
    }

    /**
     * Runs until nothing is left to do but retries and intervals that change nothing.
     *
     * @return whether it came to rest within the time
     */
    public boolean settle(java.time.Duration within) {
        return new Settling(cluster).toRest(within);
    }

    /** Carries out an action that names no files. */
    public List<RequestResult> perform(Action action, Actor actor) {
        List<RequestResult> results = new Operations(this, ScenarioSources.NONE, java.time.Duration.ofHours(1), "flux")
                .perform(action, actor);
        remember(results);
        return results;
    }

    private static Set<String> uids(ApiServer server) {
        Set<String> uids = new HashSet<>();
        for (ApiResource resource : preferred(server)) {
            for (MapNode object : server.objects(resource.resource())) {
                uids.add(identity(object));
            }
        }
        return uids;
    }

    /** Every resource once, in its preferred version, that has objects which can be listed. */
    private static List<ApiResource> preferred(ApiServer server) {
        Set<String> known = new HashSet<>();
        List<ApiResource> resources = new ArrayList<>();
        for (ApiResource resource : server.discovery().all()) {
            if (resource.verbs().contains("list") && known.add(resource.collection())) {
                resources.add(resource);
            }
        }
        return resources;
    }

    /** The cluster. */
    public Cluster cluster() {
        return cluster;
    }

    /** Flux on it. */
    public Flux flux() {
        return flux;
    }

    /** How it is installed now. */
    public Profile profile() {
        return profile;
    }

    void configure(Profile changed) {
        profile = changed;
        flux.reconfigure(changed.fluxProfile());
    }

    FluxStates states() {
        return states;
    }

    /** What somebody should know who asks about a user: that there is no such account. */
    public List<Finding.Line> notesOn(Actor actor) {
        return Accounts.notes(actor, this);
    }

    /** What is to say about the URL of a repository when no source asked for it; empty when one did. */
    public Optional<String> unused(String url) {
        return Unused.hint(url, this);
    }

    /**
     * Checks that a target can be, or could have been, there.
     *
     * @throws IllegalArgumentException when nothing served its kind at any time; names the nearest
     */
    public void checkServed(Target target) {
        if (!served.has(target.group(), target.kind())) {
            throw new IllegalArgumentException(
                    "nothing served the kind of \"" + target + "\" at any time" + served.nearest(target.kind()));
        }
    }

    /** The namespaces that it had until now. */
    Namespaces namespaces() {
        return namespaces;
    }

    /** What it served until now. */
    Served served() {
        return served;
    }

    /** The object as it is, or as it was at rest when a run of it is in flight. */
    public MapNode atRest(MapNode object) {
        return states.atRest(object).orElse(object);
    }

    RefusalLog refusals() {
        return refusals;
    }

    /** A copy of the cluster after all that is pending ran once more. */
    Cluster afterOneRound() {
        long revision = cluster.server().revision();
        Instant now = cluster.kernel().now();
        Cluster known = afterOneRound;
        if (known == null || revision != roundRevision || !now.equals(roundTime)) {
            known = Settling.afterOneRound(cluster);
            afterOneRound = known;
            roundRevision = revision;
            roundTime = now;
        }
        return known;
    }

    /** The requests of all operations so far. */
    public List<RequestResult> requests() {
        return List.copyOf(requests);
    }

    void remember(List<RequestResult> more) {
        requests.addAll(more);
    }

    /** A client of an actor: the administrator, who impersonates everybody else. */
    Client client(Actor actor) {
        return client(actor, "drydock");
    }

    Client client(Actor actor, String userAgent) {
        Client admin = Client.of(cluster.server(), UserInfo.admin(), userAgent);
        return actor.isAdmin()
                ? admin
                : admin.impersonating(new Impersonation(actor.user(), "", actor.groups(), Map.of()));
    }

    /** The resource of a target's kind, built-in kinds first; empty when nothing serves it. */
    public Optional<ApiResource> resource(Target target) {
        return cluster.server().discovery().all().stream()
                .filter(r -> r.kind().kind().equals(target.kind()))
                .filter(r -> target.group().isEmpty() || r.kind().group().equals(target.group()))
                .findFirst();
    }

    /** The live object of a target. */
    public Optional<MapNode> object(Target target) {
        return resource(target).flatMap(r -> object(r, new NamespacedName(target.namespace(), target.name())));
    }

    /** A live object. */
    public Optional<MapNode> object(ApiResource resource, NamespacedName name) {
        return cluster.server().object(resource.resource(), name);
    }

    /** The object that was probably meant: of the same name elsewhere, of a similar name, or of a similar kind. */
    public Optional<String> nearest(Target target) {
        return new Neighbours(this).of(target);
    }

    /** A hint at the resource that was probably meant, or nothing. */
    String nearestResource(String resource) {
        List<String> known = cluster.server().discovery().all().stream()
                .map(r -> r.resource().groupResource())
                .toList();
        Optional<String> grouped =
                known.stream().filter(r -> r.startsWith(resource + ".")).findFirst();
        return grouped.map(near -> "; did you mean \"" + near + "\"?")
                .orElseGet(() -> dev.drydock.scenario.parse.Nearest.hint(resource, known));
    }

    /** Every object that did not exist before the first step, by resource in the order of discovery. */
    public List<MapNode> causedObjects() {
        List<MapNode> caused = new ArrayList<>();
        for (ApiResource resource : preferred(cluster.server())) {
            for (MapNode object : cluster.server().objects(resource.resource())) {
                if (!atTheStart.contains(identity(object))) {
                    caused.add(object);
                }
            }
        }
        return caused;
    }

    /** The outcome of every object of Flux that did not exist before the first step, in the order of discovery. */
    public Map<Target, Outcome> fluxOutcomes() {
        Outcomes outcomes = new Outcomes(this);
        Map<Target, Outcome> found = new LinkedHashMap<>();
        for (MapNode object : causedObjects()) {
            GroupVersionKind kind = ObjectLabel.kind(object);
            if (kind.group().endsWith(Outcomes.FLUX_GROUPS) || kind.group().equals("fluxcd.controlplane.io")) {
                Target target = new Target(
                        kind.kind(),
                        kind.group(),
                        object.findText("metadata", "namespace"),
                        object.findText("metadata", "name"));
                found.put(target, outcomes.of(target));
            }
        }
        return found;
    }

    /** An object's uid; a role that fills itself from others is another one with other rules. */
    private static String identity(MapNode object) {
        String uid = String.valueOf(object.findString("metadata", "uid"));
        return object.has("aggregationRule") ? uid + object.findList("rules").hashCode() : uid;
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
