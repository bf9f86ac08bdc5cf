package dev.drydock.scenario.order;

import dev.drydock.kernel.Seed;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.run.Runner;
import dev.drydock.scenario.run.ScenarioResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** Runs scenarios in the default order and in others, and says what depends on the order. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Orders {

    /** The most orders that can be tried; a world is kept for each. */
    public static final int MOST = 1000;

    private final List<Runner> runners;

    private Orders(List<Runner> runners) {
        this.runners = runners;
    }

    /**
     * The orders of the seeds from zero, which is the default order, to {@code count - 1}.
     *
     * @throws IllegalArgumentException for fewer than two orders, which compare nothing, and for more than {@link #MOST}
     */
    public static Orders of(int count) {
        if (count < 2 || count > MOST) {
            throw new IllegalArgumentException("a number of orders from 2 to " + MOST + " is expected, not " + count);
        }
        List<Runner> runners = new ArrayList<>();
        for (int seed = 0; seed < count; seed++) {
            runners.add(Runner.of(new Seed(seed)));
        }
        return new Orders(runners);
    }

    /**
     * Runs a scenario in every order and compares each with the default order.
     *
     * @throws dev.drydock.yaml.YamlException when a file that it names cannot be used; nothing ran then
     */
    public OrderResult run(Scenario scenario) {
        Recording plain = new Recording();
        ScenarioResult result = runners.get(0).with(plain).run(scenario);
        List<OrderDifference> differences = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int seed = 1; seed < runners.size(); seed++) {
            Recording other = new Recording();
            runners.get(seed).with(other).run(scenario);
            for (OrderDifference difference : new Comparison(plain, other, seed).differences()) {
                if (known.add(difference.subject())) {
                    differences.add(difference);
                }
            }
        }
        List<OrderDifference> sorted = new ArrayList<>();
        differences.stream().filter(OrderDifference::isVerdict).forEach(sorted::add);
        differences.stream().filter(difference -> !difference.isVerdict()).forEach(sorted::add);
        return new OrderResult(result, runners.size(), sorted);
    }
}
