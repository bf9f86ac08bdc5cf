package dev.drydock.scenario.observe;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.Step;
import dev.drydock.scenario.run.OperationResult;
import dev.drydock.scenario.run.RequestResult;
import dev.drydock.scenario.run.RunListener;
import dev.drydock.scenario.run.Runner;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.scenario.run.World;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Runs a scenario and writes down its requests and, at the end of every settle, the state of the world. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Observation implements RunListener {

    /** How long the recorder of the real system waits for quiet. */
    private static final Duration STOPWATCH = Duration.ofSeconds(150);

    /** The HTTP client with which the recorder asks for reconciliations. */
    private static final String RECORDER = "python-requests";

    private final List<Node> steps = new ArrayList<>();
    private List<Node> operations = new ArrayList<>();

    private Observation() {}

    /**
     * The observation of a scenario, in the form of {@code observed.yaml}.
     *
     * @throws dev.drydock.yaml.YamlException when a file that it names cannot be used
     */
    public static MapNode of(Scenario scenario, Seed seed) {
        Observation observation = new Observation();
        Runner.of(seed).likeRecorder(STOPWATCH, RECORDER).with(observation).run(scenario);
        return MapNode.of("scenario", scenario.name(), "steps", ListNode.of(observation.steps));
    }

    @Override
    public void operationDone(World world, Step step, OperationResult result) {
        MapNode.Builder operation =
                MapNode.builder().put("op", result.operation().name());
        if (!result.as().isAdmin()) {
            operation.put("as", result.as().user());
        }
        if (!result.requests().isEmpty()) {
            List<Node> requests = new ArrayList<>();
            result.requests().forEach(request -> requests.add(request(request)));
            operation.put("requests", ListNode.of(requests));
        }
        if (result.operation().action() instanceof Action.Settle) {
            operation
                    .put("settledAfter", result.took().toMillis() / 1000.0)
                    .put("timedOut", result.timedOut())
                    .put("snapshot", Snapshot.of(world));
        }
        operations.add(operation.build());
    }

    @Override
    public void stepDone(World world, StepResult result) {
        steps.add(MapNode.of("name", result.step().name(), "ops", ListNode.of(operations)));
        operations = new ArrayList<>();
    }

    private static MapNode request(RequestResult request) {
        MapNode.Builder entry = MapNode.builder().put("object", request.object());
        String gap = request.notModelled();
        if (gap != null) {
            return entry.put("notModelled", gap).build();
        }
        entry.put("code", request.code());
        if (!request.isAccepted()) {
            if (request.client() == null) {
                entry.put("reason", request.reason());
            }
            entry.put("message", request.message());
            request.status()
                    .filter(status -> !status.causes().isEmpty())
                    .ifPresent(status -> entry.putIfPresent(
                            "causes",
                            status.details() == null ? null : status.details().get("causes")));
            entry.putIfPresent("client", request.client() == null ? null : ScalarNode.TRUE);
        }
        if (!request.warnings().isEmpty()) {
            entry.put("warnings", ListNode.ofStrings(request.warnings()));
        }
        request.answer().ifPresent(answer -> entry.put("answer", answer));
        if (request.isAccepted() && request.response() != null) {
            entry.putIfPresent("generation", request.response().object().find("metadata", "generation"));
        }
        return entry.build();
    }

    /** The kind of an object. */
    static GroupVersionKind kind(MapNode object) {
        return GroupVersionKind.of(text(object.findString("apiVersion")), text(object.findString("kind")));
    }

    static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
