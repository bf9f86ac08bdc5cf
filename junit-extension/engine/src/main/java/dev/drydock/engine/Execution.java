package dev.drydock.engine;

import dev.drydock.kernel.Seed;
import dev.drydock.scenario.run.Finding;
import dev.drydock.scenario.run.RunListener;
import dev.drydock.scenario.run.Runner;
import dev.drydock.scenario.run.StepResult;
import dev.drydock.scenario.run.Verdict;
import dev.drydock.scenario.run.World;
import dev.drydock.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Runs descriptors and reports them. */
final class Execution {

    private final EngineExecutionListener listener;

    Execution(EngineExecutionListener listener) {
        this.listener = listener;
    }

    void run(TestDescriptor descriptor) {
        listener.executionStarted(descriptor);
        TestExecutionResult result = TestExecutionResult.successful();
        if (descriptor instanceof UnreadableDescriptor unreadable) {
            result = TestExecutionResult.failed(new AssertionError(unreadable.message()));
        } else if (descriptor instanceof ScenarioDescriptor scenario) {
            result = run(scenario);
        } else {
            for (TestDescriptor child : new ArrayList<>(descriptor.getChildren())) {
                run(child);
            }
        }
        listener.executionFinished(descriptor, result);
    }

    /** Runs the whole scenario, for a step needs the ones before it, and reports the steps that were asked for. */
    private TestExecutionResult run(ScenarioDescriptor descriptor) {
        Map<Integer, StepDescriptor> wanted = new TreeMap<>();
        for (TestDescriptor child : descriptor.getChildren()) {
            StepDescriptor step = (StepDescriptor) child;
            wanted.put(step.index(), step);
        }
        int[] done = {0};
        RunListener steps = new RunListener() {
            @Override
            public void stepDone(World world, StepResult result) {
                StepDescriptor step = wanted.remove(++done[0]);
                if (step != null) {
                    listener.executionStarted(step);
                    listener.executionFinished(step, resultOf(result));
                }
            }
        };
        try {
            Runner.of(Seed.DEFAULT).with(steps).run(descriptor.scenario());
            return TestExecutionResult.successful();
        } catch (YamlException e) {
            return failed(wanted, new AssertionError(e.getMessage()));
        } catch (RuntimeException e) {
            return failed(wanted, e);
        }
    }

    private TestExecutionResult failed(Map<Integer, StepDescriptor> left, Throwable cause) {
        left.values().forEach(step -> listener.executionSkipped(step, "the scenario could not be run"));
        return TestExecutionResult.failed(cause);
    }

    private static TestExecutionResult resultOf(StepResult result) {
        Verdict verdict = result.verdict();
        if (verdict.compareTo(Verdict.FAILED) < 0) {
            return TestExecutionResult.successful();
        }
        List<String> problems = new ArrayList<>();
        for (Finding problem : result.problems()) {
            problems.add(problem.title() + " (" + problem.location() + ")\n" + problem.details());
        }
        return TestExecutionResult.failed(new AssertionError(verdict + ": " + String.join("\n", problems)));
    }
}
