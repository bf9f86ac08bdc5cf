package dev.drydock.kubernetes.policy;

import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.kubernetes.policy.Activation.OutOfBudget;
import dev.drydock.kubernetes.policy.PolicyExpressions.Compiled;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** Asks the match conditions of a policy (apiserver, webhook/matchconditions/matcher.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MatchConditions {

    private static final Outcome NO = new Outcome(false, "");

    private MatchConditions() {}

    /**
     * What the conditions say.
     *
     * @param error empty where there is none
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public record Outcome(boolean matches, String error) {}

    /** A condition that is false wins over errors; errors count by the failure policy. */
    public static Outcome ask(CompiledPolicy policy, PolicyInput input) {
        Activation activation = new Activation(policy, input.withoutNamespace(), Activation.CONDITIONS_BUDGET);
        List<Value> results = new ArrayList<>();
        try {
            for (Compiled condition : policy.conditions) {
                results.add(activation.evaluate(condition));
            }
        } catch (OutOfBudget e) {
            return policy.failing ? new Outcome(false, Activation.EXHAUSTED) : NO;
        }
        Set<String> errors = new LinkedHashSet<>();
        for (Value result : results) {
            if (result instanceof Failure failure) {
                errors.add(failure.message());
            } else if (result.equals(new Scalar.Bool(false))) {
                return NO;
            }
        }
        if (errors.isEmpty()) {
            return new Outcome(true, "");
        }
        if (!policy.failing) {
            return NO;
        }
        String message = String.join(", ", errors);
        return new Outcome(false, errors.size() == 1 ? message : "[" + message + "]");
    }
}
