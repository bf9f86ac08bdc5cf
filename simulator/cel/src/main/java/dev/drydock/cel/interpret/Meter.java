package dev.drydock.cel.interpret;

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
}
