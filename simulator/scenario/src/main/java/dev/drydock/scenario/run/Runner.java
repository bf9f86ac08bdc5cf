package dev.drydock.scenario.run;

import dev.drydock.flux.repository.Repositories;
import dev.drydock.kernel.Kernel;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.scenario.Check;
import dev.drydock.scenario.Operation;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.Step;
import dev.drydock.yaml.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario: sets up its world, does its steps in order, and judges their checks. Several threads may run scenarios by
 * one runner at once; the worlds know nothing of each other.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Runner {

    private final Seed seed;
    private final Duration longestQuiet;
    private final @Nullable String recorder;
    private final RunListener listener;
    private @Nullable Installation installation;

    private Runner(Seed seed, Duration longestQuiet, @Nullable String recorder, RunListener listener) {
        this.seed = seed;
        this.longestQuiet = longestQuiet;
        this.recorder = recorder;
        this.listener = listener;
    }

    /** A runner whose worlds have a seed. */
    public static Runner of(Seed seed) {
        return new Runner(seed, Duration.ofHours(1), null, RunListener.NONE);
    }

    /** The same runner telling a listener how it goes on. */
    public Runner with(RunListener told) {
        return new Runner(seed, longestQuiet, recorder, told);
    }

    /**
     * The same runner doing as somebody did who recorded a real cluster, with the registry that stood there.
     *
     * @param limit after how long a wait for quiet is given up
     * @param client user agent of the client that asked for reconciliations, also of the sources of a push or
     *     an outage; it names the field manager
     */
    public Runner likeRecorder(Duration limit, String client) {
        return new Runner(seed, limit, client, listener);
    }

    /**
     * Runs a scenario to its end; a step that fails does not keep the later ones from running.
     *
     * @throws dev.drydock.yaml.YamlException when a file that it names cannot be used; nothing ran then
     */
    public ScenarioResult run(Scenario scenario) {
        ScenarioSources sources = ScenarioSources.load(scenario);
        Repositories repositories = recorder == null ? new Repositories() : Repositories.likeRecorder();
        World world = World.start(scenario, sources, repositories, installation());
        Kernel kernel = world.cluster().kernel();
        listener.scenarioBegins(scenario, world);
        Operations operations = new Operations(world, sources, longestQuiet, recorder);
        List<StepResult> steps = new ArrayList<>();
        var begin = kernel.now();
        for (Step step : scenario.steps()) {
            StepResult result = run(step, operations, world);
            listener.stepDone(world, result);
            steps.add(result);
        }
        Duration simulated = Duration.between(begin, kernel.now());
        List<String> happened = scenario.hasChecks() ? List.of() : Happenings.of(world);
        return new ScenarioResult(scenario, seed.value(), steps, simulated, happened, Unused.notes(scenario, world));
    }

    /** Sets up what its worlds share, which otherwise the first run does; a caller may do this while it still reads scenarios. */
    public void prepare() {
        installation();
    }

    private synchronized Installation installation() {
        Installation made = installation;
        if (made == null) {
            made = new Installation(seed);
            installation = made;
        }
        return made;
    }

    private StepResult run(Step step, Operations operations, World world) {
        List<OperationResult> done = new ArrayList<>();
        for (Operation operation : step.operations()) {
            OperationResult result = run(step, operation, operations);
            listener.operationDone(world, step, result);
            done.add(result);
        }
        Checks checks = new Checks(world);
        List<Finding> findings = new ArrayList<>();
        for (Check check : step.expect()) {
            findings.add(judge(check, checks));
        }
        return new StepResult(step, done, findings);
    }

    private static OperationResult run(Step step, Operation operation, Operations operations) {
        try {
            return operations.run(step, operation);
        } catch (RuntimeException | StackOverflowError e) {
            Finding gap = notJudged(operation.name(), operation.location(), e);
            var as = operation.as();
            return new OperationResult(
                    operation, as == null ? step.as() : as, List.of(), Duration.ZERO, false, List.of(gap));
        }
    }

    private static Finding judge(Check check, Checks checks) {
        try {
            return checks.judge(check);
        } catch (RuntimeException | StackOverflowError e) {
            return notJudged("check", check.location(), e);
        }
    }

    /** An honest gap, or a mistake of the simulator: neither says anything about the cluster. */
    private static Finding notJudged(String title, Location place, Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        String found = e instanceof NotModelledException
                ? "NotModelled: " + e.getMessage()
                : "a mistake of Drydock, please report it: " + e + (trace.length == 0 ? "" : " at " + trace[0]);
        return new Finding(Verdict.NOT_JUDGED, title, place, List.of(new Finding.Line("found", found)));
    }
}
