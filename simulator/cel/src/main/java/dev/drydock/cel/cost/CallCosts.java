package dev.drydock.cel.cost;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What calls of functions cost beyond what cel-go itself knows. */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface CallCosts {

    /** No costs of one's own. */
    CallCosts NONE = (function, overload, target, arguments) -> null;

    /** The cost of a call without that of its arguments, or null where cel-go shall say. */
    @Nullable
    Cost of(String function, String overload, @Nullable Sized target, List<Sized> arguments);

    /**
     * The cost of a call.
     *
     * @param resultSize the size of what it returns; null where it is unknown
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    record Cost(Range cost, @Nullable Range resultSize) {

        /** A cost without a known size. */
        public static Cost of(Range cost) {
            return new Cost(cost, null);
        }
    }
}
