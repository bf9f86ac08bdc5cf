package dev.drydock.cli;

import dev.drydock.kernel.Seed;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.Step;
import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.OperationResult;
import dev.drydock.scenario.run.RunListener;
import dev.drydock.scenario.run.Runner;
import dev.drydock.scenario.run.ScenarioResult;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.scenario.run.Verdict;
import dev.drydock.scenario.run.World;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The world of one scenario after its last step. */
final class LastWorld implements RunListener {

    private final int last;
    private int done;
    private @Nullable World world;

    private LastWorld(int last) {
        this.last = last;
    }

    /** The world after a scenario, whatever came of its steps. */
    static World of(Scenario scenario, long seed) {
        return new LastWorld(Integer.MAX_VALUE).run(scenario, seed, false);
    }

    /**
     * The world after one step of a scenario.
     *
     * @param step its number from one, or a part of its name
     * @throws BadInputException when not exactly one step is meant
     */
    static World after(Scenario scenario, String step, long seed) {
        List<Integer> meant = IntStream.rangeClosed(1, scenario.steps().size())
                .filter(number -> step.equals(String.valueOf(number))
                        || scenario.steps().get(number - 1).name().contains(step))
                .boxed()
                .toList();
        List<Integer> numbered = meant.stream()
                .filter(number -> step.equals(String.valueOf(number)))
                .toList();
        List<Integer> chosen = numbered.isEmpty() ? meant : numbered;
        if (chosen.size() != 1) {
            throw new BadInputException("--after " + step + ": "
                    + (chosen.isEmpty() ? "no step has that number or name" : chosen.size() + " steps have that name")
                    + "; steps: "
                    + scenario.steps().stream().map(Step::name).collect(Collectors.joining(", ")));
        }
        return new LastWorld(chosen.get(0)).run(scenario, seed, false);
    }

    /**
     * The world after a scenario, of which questions can be asked.
     *
     * @throws BadInputException when an operation rests on what is not modelled: then its state is not known
     */
    static World known(Scenario scenario, long seed) {
        return new LastWorld(Integer.MAX_VALUE).run(scenario, seed, true);
    }

    private World run(Scenario scenario, long seed, boolean mustBeKnown) {
        ScenarioResult result = Runner.of(new Seed(seed)).with(this).run(scenario);
        if (mustBeKnown) {
            result.steps().forEach(LastWorld::checkKnown);
        }
        World begun = world;
        if (begun == null) {
            throw new IllegalStateException("the scenario did not begin");
        }
        return begun;
    }

    private static void checkKnown(StepResult step) {
        for (OperationResult operation : step.operations()) {
            for (Finding finding : operation.findings()) {
                if (finding.verdict() == Verdict.NOT_JUDGED) {
                    throw new BadInputException("the state after the step \""
                            + step.step().name() + "\" is not known: " + finding.title() + ": " + finding.details());
                }
            }
        }
    }

    /** The scenario of a file whose name contains a text. */
    static Scenario scenario(Path file, String name) {
        List<Scenario> scenarios = ScenarioFiles.read(List.of(file)).stream()
                .filter(scenario -> scenario.name().contains(name))
                .toList();
        if (scenarios.size() != 1) {
            throw new BadInputException(
                    scenarios.isEmpty()
                            ? "no scenario of " + file + " has a name with " + name
                            : file + " has " + scenarios.size() + " scenarios; name one: --name "
                                    + scenarios.get(0).name());
        }
        return scenarios.get(0);
    }

    @Override
    public void stepDone(World changed, StepResult result) {
        done++;
        if (done == last) {
            world = changed.fork();
        }
    }

    @Override
    public void scenarioBegins(Scenario scenario, World begun) {
        world = begun;
    }
}
