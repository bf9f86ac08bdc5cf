package dev.drydock.scenario.run;

import dev.drydock.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What came of a scenario.
 *
 * @param scenario the scenario
 * @param seed the seed that decided every order
 * @param steps its steps
 * @param simulated simulated time that passed
 * @param happened for a scenario without checks: what came of its objects and requests, a line each
 * @param notes what a reader should know whatever held, such as content that no source asked for
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ScenarioResult(
        Scenario scenario,
        long seed,
        List<StepResult> steps,
        Duration simulated,
        List<String> happened,
        List<String> notes) {

    /** A result with copies of the lists. */
    public ScenarioResult {
        steps = List.copyOf(steps);
        happened = List.copyOf(happened);
        notes = List.copyOf(notes);
    }

    /** The worst of its steps. */
    public Verdict verdict() {
        return steps.stream().map(StepResult::verdict).reduce(Verdict.NO_ASSERTION, Verdict::and);
    }
}
