package dev.drydock.scenario.order;

import dev.drydock.kernel.Trace;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Something that came out otherwise in another order.
 *
 * @param isVerdict whether it is the verdict of a check or of an operation; otherwise it is an object or an answer
 * @param step number of the step at whose end it was seen first, from one
 * @param subject what differs
 * @param one what it was in the default order
 * @param other what it was in another order
 * @param shared number of trace entries that both runs have in common before they part
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OrderDifference(boolean isVerdict, int step, String subject, Side one, Side other, int shared) {

    /**
     * What was found in one order.
     *
     * @param seed the seed of the order
     * @param found what was found
     * @param parting the first entries of its trace that the other run does not have there
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Side(long seed, String found, List<Trace.Entry> parting) {

        /** A side with a copy of the list. */
        public Side {
            parting = List.copyOf(parting);
        }
    }
}
