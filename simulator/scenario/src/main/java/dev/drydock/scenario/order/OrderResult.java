package dev.drydock.scenario.order;

import dev.drydock.scenario.run.ScenarioResult;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What came of a scenario in several orders.
 *
 * @param plain its result in the default order
 * @param orders number of orders tried
 * @param differences what came out otherwise in another order: verdicts before objects, each subject once
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OrderResult(ScenarioResult plain, int orders, List<OrderDifference> differences) {

    /** A result with a copy of the list. */
    public OrderResult {
        differences = List.copyOf(differences);
    }

    /** Whether a verdict depends on the order. */
    public boolean changesVerdict() {
        return differences.stream().anyMatch(OrderDifference::isVerdict);
    }
}
