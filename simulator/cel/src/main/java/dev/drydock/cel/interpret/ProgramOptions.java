package dev.drydock.cel.interpret;

import org.apiguardian.api.API;

/**
 * How an expression is prepared and counted.
 *
 * @param optimize whether constants are computed beforehand
 * @param presenceCosts whether {@code has()} costs anything
 * @param costs what calls cost
 * @param limit the cost at which an evaluation ends
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ProgramOptions(boolean optimize, boolean presenceCosts, CallCosts costs, long limit) {

    /** cel-go without options; no evaluation is endless, however. */
    public static final ProgramOptions PLAIN =
            new ProgramOptions(false, true, (function, overload, arguments, result) -> null, 100_000_000);

    /** The same with another limit. */
    public ProgramOptions within(long cost) {
        return new ProgramOptions(optimize, presenceCosts, costs, cost);
    }
}
