package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Equality;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.OptionalValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators that decide themselves what of their operands to run. */
final class Logic {

    private Logic() {}

    /** {@code ||} when {@code decisive} is true, {@code &&} when it is false: one such operand outweighs errors. */
    record Junction(List<Step> terms, boolean decisive) implements Step {
        @Override
        public Value eval(Frame frame) {
            @Nullable Value error = null;
            for (Step term : terms) {
                Value value = term.eval(frame);
                if (value instanceof Scalar.Bool bool) {
                    if (bool.value() == decisive) {
                        return bool;
                    }
                } else if (error == null) {
                    error = Failure.noSuchOverload(value);
                }
            }
            return error == null ? Scalar.of(!decisive) : error;
        }
    }

    /** {@code ==} and {@code !=}; what cannot be compared is not equal, and so unequal. */
    record Comparison(Step left, Step right, boolean equal) implements Step {
        @Override
        public Value eval(Frame frame) {
            Value a = left.eval(frame);
            Value b = right.eval(frame);
            String function = equal ? "_==_" : "_!=_";
            Value result;
            if (a instanceof Failure) {
                result = a;
            } else if (b instanceof Failure) {
                result = b;
            } else {
                Value same = Equality.equal(a, b);
                result = equal ? same : Scalar.of(!Scalar.TRUE.equals(same));
            }
            Costs.call(frame.meter(), function, equal ? "equals" : "not_equals", List.of(a, b), result);
            return result;
        }
    }

    /** {@code a.or(b)} and {@code a.orValue(b)}: the second is only run when the first is missing. */
    record Alternative(Step first, Step second, boolean unwrapped) implements Step {
        @Override
        public Value eval(Frame frame) {
            Value value = first.eval(frame);
            if (!(value instanceof OptionalValue optional)) {
                return value;
            }
            if (optional.value() == null) {
                return second.eval(frame);
            }
            return unwrapped ? optional.get() : optional;
        }
    }
}
