package dev.drydock.scenario.run;

import dev.drydock.scenario.Actor;
import dev.drydock.scenario.Operation;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What came of an operation.
 *
 * @param operation the operation
 * @param as who acted
 * @param requests the requests it made, in order
 * @param took simulated time that passed
 * @param timedOut whether a settle ended while things were still moving
 * @param findings what is wrong: unexpected refusals, and refusals that did not come or were others
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OperationResult(
        Operation operation,
        Actor as,
        List<RequestResult> requests,
        Duration took,
        boolean timedOut,
        List<Finding> findings) {

    /** A result with copies of the lists. */
    public OperationResult {
        requests = List.copyOf(requests);
        findings = List.copyOf(findings);
    }

    /** The worst of the findings. */
    public Verdict verdict() {
        Verdict start = operation.blocked() == null ? Verdict.NO_ASSERTION : Verdict.HELD;
        return findings.stream().map(Finding::verdict).reduce(start, Verdict::and);
    }
}
