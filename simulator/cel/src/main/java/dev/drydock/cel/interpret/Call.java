package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A call of a function.
 *
 * @param overload the one form that the checker left, or empty
 */
record Call(String function, String overload, List<Step> arguments, Target target) implements Step {

    @Override
    public Value eval(Frame frame) {
        List<Value> values = new ArrayList<>(arguments.size());
        Value error = null;
        for (Step argument : arguments) {
            Value value = argument.eval(frame);
            values.add(value);
            if (value instanceof Failure && target.strict() && error == null) {
                error = value;
                // with one or two arguments all of them are run, with more the first error ends the call
                if (arguments.size() > 2 && values.size() < arguments.size()) {
                    return error;
                }
            }
        }
        Value result = error == null ? target.call(values) : error;
        Costs.call(frame.meter(), function, overload, values, result);
        if (isNew(result, values)) {
            frame.meter().make(result);
        }
        return result;
    }

    /** Whether a call made its result; some hand an argument on. */
    @SuppressWarnings("ReferenceEquality") // an equal one takes memory too
    private static boolean isNew(Value result, List<Value> arguments) {
        for (Value argument : arguments) {
            if (argument == result) {
                return false;
            }
        }
        return true;
    }
}
