package dev.drydock.scenario.run;

import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NoMatchException;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Actor;
import dev.drydock.scenario.Operation;
import dev.drydock.scenario.Step;
import dev.drydock.scenario.Target;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Carries out the operations of steps on a world. */
final class Operations {

    /** What a client waits for an answer; controllers act in between. */
    private static final Duration LATENCY = Duration.ofMillis(20);

    private static final String MANAGER = "drydock";

    private final World world;
    private final ScenarioSources sources;
    private final Duration longestQuiet;
    private final @Nullable String recorder;
    private final Kernel kernel;

    Operations(World world, ScenarioSources sources, Duration longestQuiet, @Nullable String recorder) {
        this.world = world;
        this.sources = sources;
        this.longestQuiet = longestQuiet;
        this.recorder = recorder;
        this.kernel = world.cluster().kernel();
    }

    OperationResult run(Step step, Operation operation) {
        Actor given = operation.as();
        Actor actor = given == null ? step.as() : given;
        var begin = kernel.now();
        boolean[] timedOut = {false};
        String origin = "step \"" + step.name() + "\" as " + (actor.isAdmin() ? "the administrator" : actor.user());
        List<RequestResult> requests = perform(operation.action(), actor, timedOut).stream()
                .map(request -> request.of(origin))
                .toList();
        world.remember(requests);
        return new OperationResult(
                operation,
                actor,
                requests,
                Duration.between(begin, kernel.now()),
                timedOut[0],
                findings(operation, requests));
    }

    List<RequestResult> perform(Action action, Actor actor) {
        return perform(action, actor, new boolean[1]);
    }

    private static List<Finding> findings(Operation operation, List<RequestResult> requests) {
        List<Finding> findings = Refusals.judge(operation, requests);
        String known = operation.knownDifference();
        return known == null ? findings : KnownDifferences.of(operation.name(), operation.location(), findings, known);
    }

    private List<RequestResult> perform(Action action, Actor actor, boolean[] timedOut) {
        if (action instanceof Action.Write write) {
            return write(write, world.client(actor));
        }
        if (action instanceof Action.Patch patch) {
            return onTarget(
                    patch.target(),
                    (resource, name) -> world.client(actor)
                            .patch(
                                    resource.kind(),
                                    name,
                                    "",
                                    patch.type(),
                                    patch.patch(),
                                    WriteOptions.as(MANAGER).with(FieldValidation.STRICT)));
        }
        if (action instanceof Action.Delete delete) {
            String policy = delete.propagationPolicy();
            MapNode options = policy == null ? MapNode.EMPTY : MapNode.of("propagationPolicy", policy);
            return onTarget(
                    delete.target(), (resource, name) -> world.client(actor).delete(resource.kind(), name, options));
        }
        if (action instanceof Action.Get get) {
            return onTarget(
                    get.target(), (resource, name) -> world.client(actor).get(resource.kind(), name));
        }
        if (action instanceof Action.Reconcile reconcile) {
            return reconcile(reconcile.target(), world.client(actor, recorder == null ? "flux" : recorder));
        }
        if (action instanceof Action.Push push) {
            push(push);
        } else if (action instanceof Action.Advance advance) {
            new Settling(world.cluster()).pass(advance.duration());
        } else if (action instanceof Action.Settle settle) {
            timedOut[0] = !settle(settle);
        } else if (action instanceof Action.Configure configure) {
            world.configure(world.profile().with(configure.changes()));
        } else if (action instanceof Action.Outage outage) {
            world.flux().repositories().change(outage.repository(), r -> r.withReachable(outage.ends()));
            lookAgain(outage.repository());
        }
        return List.of();
    }

    private List<RequestResult> write(Action.Write write, Client client) {
        List<MapNode> objects = objects(write, sources);
        WriteOptions options = WriteOptions.as(write.fieldManager());
        options = write.dryRun() ? options.withDryRun() : options;
        options = write.force() ? options.withForce() : options;
        List<RequestResult> results = new ArrayList<>();
        for (MapNode object : objects) {
            WriteOptions chosen = options;
            boolean generated =
                    object.find("metadata", "name") == null && object.find("metadata", "generateName") != null;
            RequestResult result = send(
                    ObjectLabel.of(object),
                    generated,
                    () -> write.create()
                            ? client.create(inSomeNamespace(object, client), chosen.with(FieldValidation.STRICT))
                            : client.apply(inSomeNamespace(object, client), chosen));
            results.add(result.about(object));
        }
        return results;
    }

    /** What a write writes. */
    static List<MapNode> objects(Action.Write write, ScenarioSources sources) {
        List<MapNode> objects = new ArrayList<>();
        if (write.resource() != null) {
            objects.add(write.resource());
        }
        if (write.file() != null) {
            objects.addAll(sources.manifests(write.file()));
        }
        return objects;
    }

    /** As kubectl does: what needs a namespace and names none goes to {@code default}. */
    static MapNode inSomeNamespace(MapNode object, Client client) {
        boolean isNamed = !object.findText("metadata", "namespace").isEmpty();
        return isNamed || !client.isNamespaced(ObjectLabel.kind(object))
                ? object
                : object.with(List.of("metadata", "namespace"), "default");
    }

    private List<RequestResult> onTarget(Target target, BiFunction<ApiResource, NamespacedName, ApiResponse> request) {
        Optional<ApiResource> resource = world.resource(target);
        if (resource.isEmpty()) {
            return List.of(RequestResult.unknownKind(target.toString(), "no such kind"));
        }
        NamespacedName name = new NamespacedName(target.namespace(), target.name());
        return List.of(send(target.toString(), false, () -> request.apply(resource.get(), name)));
    }

    /** As {@code flux reconcile}: an annotation with the time, by a merge patch. */
    private List<RequestResult> reconcile(Target target, Client client) {
        MapNode patch = MapNode.of(
                "metadata",
                MapNode.of(
                        "annotations",
                        MapNode.of(
                                "reconcile.fluxcd.io/requestedAt", kernel.now().toString())));
        return onTarget(
                target,
                (resource, name) ->
                        client.patch(resource.kind(), name, "", PatchType.MERGE, patch, WriteOptions.as("")));
    }

    private RequestResult send(String label, boolean generated, Supplier<ApiResponse> request) {
        try {
            return RequestResult.answered(label, request.get(), generated);
        } catch (NoMatchException e) {
            return RequestResult.unknownKind(label, String.valueOf(e.getMessage()));
        } catch (NotModelledException e) {
            return RequestResult.notModelled(label, String.valueOf(e.getMessage()));
        } finally {
            kernel.advance(LATENCY);
        }
    }

    private void push(Action.Push push) {
        Repositories repositories = world.flux().repositories();
        if (push.directory() != null) {
            Content content = sources.content(push.directory());
            repositories.change(
                    push.url(),
                    repository -> Sources.serve(repository, push.branch(), push.tag(), null, content, kernel));
        }
        List<Content> charts = push.charts().stream().map(sources::content).toList();
        Sources.serveCharts(repositories, push.url(), push.tag(), charts, UnaryOperator.identity(), kernel);
        lookAgain(push.url());
    }

    private void lookAgain(String url) {
        if (recorder == null) {
            world.flux().poke(url);
        } else {
            world.flux().ask(url, world.client(Actor.ADMIN, recorder));
        }
    }

    private boolean settle(Action.Settle settle) {
        Settling settling = new Settling(world.cluster());
        Duration quiet = settle.quiet();
        if (quiet == null) {
            var begin = kernel.now();
            boolean atRest = settling.toRest(settle.within());
            Duration left = settle.atLeast().minus(Duration.between(begin, kernel.now()));
            if (!left.isNegative() && !left.isZero()) {
                settling.pass(left);
            }
            return atRest;
        }
        Duration most = settle.within().compareTo(longestQuiet) < 0 ? settle.within() : longestQuiet;
        return settling.toQuiet(quiet, settle.atLeast(), most, world.states());
    }
}
