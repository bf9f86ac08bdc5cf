package dev.drydock.scenario.run;

import dev.drydock.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What came of a step.
 *
 * @param step the step
 * @param operations its operations
 * @param checks its checks, those that held too
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StepResult(Step step, List<OperationResult> operations, List<Finding> checks) {

    /** A result with copies of the lists. */
    public StepResult {
        operations = List.copyOf(operations);
        checks = List.copyOf(checks);
    }

    /** The worst of its operations and checks. */
    public Verdict verdict() {
        Verdict verdict = Verdict.NO_ASSERTION;
        for (OperationResult operation : operations) {
            verdict = verdict.and(operation.verdict());
        }
        for (Finding check : checks) {
            verdict = verdict.and(check.verdict());
        }
        return verdict;
    }

    /** What a reader should know of what held. */
    public List<Finding> notes() {
        return checks.stream()
                .filter(c ->
                        c.verdict().compareTo(Verdict.HELD) <= 0 && !c.notes().isEmpty())
                .toList();
    }

    /** What did not hold or could not be judged, in order. */
    public List<Finding> problems() {
        List<Finding> problems = new ArrayList<>();
        operations.forEach(operation -> problems.addAll(operation.findings()));
        checks.stream().filter(c -> c.verdict().compareTo(Verdict.HELD) > 0).forEach(problems::add);
        return problems;
    }
}
