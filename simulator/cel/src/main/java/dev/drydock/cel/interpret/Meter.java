package dev.drydock.cel.interpret;

import dev.drydock.cel.value.LimitException;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;

/** Counts the cost of one run (cel-go, interpreter/runtimecost.go). */
final class Meter {

    /** The cost has passed the limit. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exceeded() {
            super("operation cancelled: actual cost limit exceeded", null, false, false);
        }
    }

    private final ProgramOptions options;
    private long cost;
    private long made;

    Meter(ProgramOptions options) {
        this.options = options;
    }

    ProgramOptions options() {
        return options;
    }

    long cost() {
        return cost;
    }

    void add(long more) {
        cost += more;
        if (cost > options.limit() || cost < 0) {
            throw new Exceeded();
        }
    }

    /** Counts what a call made. */
    void make(Value value) {
        if (value instanceof Scalar.Text text) {
            made += text.value().length();
        } else if (value instanceof Scalar.Bytes bytes) {
            made += bytes.latin1().length();
        } else if (value instanceof ListValue list) {
            made += ListValue.added(list);
        }
        LimitException.check(made);
    }
}
