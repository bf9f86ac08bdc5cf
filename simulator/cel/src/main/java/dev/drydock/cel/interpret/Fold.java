package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.GoTypes;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import org.jspecify.annotations.Nullable;

/** A comprehension (cel-go, interpreter/interpretable.go, evalFold). */
record Fold(
        String accumulator,
        String variable,
        @Nullable String second,
        Step range,
        Step initial,
        Step condition,
        Step step,
        Step result)
        implements Step {

    @Override
    public Value eval(Frame frame) {
        Value values = range.eval(frame);
        if (values instanceof Failure) {
            return values;
        }
        Loop loop = new Loop(this, frame);
        if (values instanceof ListValue list) {
            int size = list.size();
            for (int i = 0; i < size; i++) {
                boolean more =
                        second == null ? loop.next(list.get(i), null) : loop.next(Scalar.of((long) i), list.get(i));
                if (!more) {
                    break;
                }
            }
        } else if (values instanceof MapValue map) {
            for (Value key : map.keys()) {
                if (!loop.next(key, second == null ? null : map.find(key))) {
                    break;
                }
            }
        } else {
            return new Failure(
                    second == null
                            ? "got '" + GoTypes.name(values) + "', expected iterable type"
                            : "unsupported comprehension range type: " + GoTypes.name(values));
        }
        return loop.result();
    }

    /** One run through a range. The accumulator is first computed when it is first read. */
    private static final class Loop implements Frame {
        private final Fold fold;
        private final Frame outer;
        private @Nullable Value accumulated;
        private @Nullable Value element;
        private @Nullable Value value;
        private boolean finished;

        Loop(Fold fold, Frame outer) {
            this.fold = fold;
            this.outer = outer;
        }

        boolean next(Value nextElement, @Nullable Value nextValue) {
            element = nextElement;
            value = nextValue;
            if (fold.condition.eval(this) instanceof Scalar.Bool more && !more.value()) {
                return false;
            }
            accumulated = fold.step.eval(this);
            return true;
        }

        Value result() {
            finished = true;
            return fold.result.eval(this);
        }

        @Override
        public @Nullable Value resolve(String name) {
            if (name.equals(fold.accumulator)) {
                if (accumulated == null) {
                    accumulated = fold.initial.eval(outer);
                }
                return accumulated;
            }
            if (!finished && name.equals(fold.variable)) {
                return element;
            }
            if (!finished && name.equals(fold.second)) {
                return value;
            }
            return outer.resolve(name);
        }

        @Override
        public Meter meter() {
            return outer.meter();
        }
    }
}
