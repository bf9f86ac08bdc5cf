package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Value;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What calls cost beyond what cel-go itself knows (cel-go, interpreter/runtimecost.go, ActualCostEstimator). */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface CallCosts {

    /** The cost of a call, or null where cel-go's own estimate holds. */
    @Nullable
    Long of(String function, String overload, List<Value> arguments, Value result);
}
