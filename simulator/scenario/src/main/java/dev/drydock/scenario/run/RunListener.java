package dev.drydock.scenario.run;

import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.Step;
import org.apiguardian.api.API;

/** Is told how a run goes on; must not change the world. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface RunListener {

    /** A listener that does nothing. */
    RunListener NONE = new RunListener() {};

    /** An operation is done. */
    default void operationDone(World world, Step step, OperationResult result) {}

    /** A step is done and judged. */
    default void stepDone(World world, StepResult result) {}

    /** A scenario is about to run. */
    default void scenarioBegins(Scenario scenario, World world) {}
}
