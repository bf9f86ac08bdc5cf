package dev.drydock.scenario.order;

import dev.drydock.kernel.Trace;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.run.RunListener;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.scenario.run.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down, at the end of every step, its verdicts, the objects, and the trace so far. */
final class Recording implements RunListener {

    /**
     * One step.
     *
     * @param result verdicts of its operations and checks
     * @param objects what is to be said of every object and answer, by label and aspect
     * @param entries length of the trace at its end
     */
    record At(StepResult result, Map<String, Map<String, String>> objects, int entries) {}

    private final List<At> steps = new ArrayList<>();
    private final Commits commits = new Commits();
    private int begin;
    private @Nullable World world;

    Recording() {}

    @Override
    public void scenarioBegins(Scenario scenario, World begun) {
        world = begun;
        begin = trace(begun).size();
    }

    @Override
    public void stepDone(World of, StepResult result) {
        steps.add(new At(result, Aspects.of(of, commits), trace(of).size()));
    }

    List<At> steps() {
        return steps;
    }

    /** What happened between the beginning of the scenario and the end of a step. */
    List<Trace.Entry> until(int step) {
        World recorded = world;
        return recorded == null
                ? List.of()
                : trace(recorded).entries().subList(begin, steps.get(step).entries());
    }

    private static Trace trace(World world) {
        return world.cluster().kernel().trace();
    }
}
