package dev.drydock.flux.expression;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The language: an environment with optional types, comparisons across number types, UTC as time zone, and the libraries
 * for strings, sets and encoders.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ExpressionEngine {

    /** An expression that is ready to run. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    interface Program {

        /** The type as messages print it; {@code dyn} when types were not checked. */
        String outputType();

        /**
         * The value for these variables.
         *
         * @throws Failure in the engine's words
         */
        Node evaluate(MapNode variables);
    }

    /** What went wrong in the engine. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final boolean construction;

        private Failure(String message, boolean construction) {
            super(message);
            this.construction = construction;
        }

        /** The text is no expression, or its types do not fit; the message lists the issues. */
        public static Failure issues(String message) {
            return new Failure(message, false);
        }

        /** No program could be made, as of a constant expression that cannot be evaluated. */
        public static Failure program(String message) {
            return new Failure(message, true);
        }

        /** The expression has no value for these variables. */
        public static Failure evaluation(String message) {
            return new Failure(message, false);
        }

        /** Whether an expression that was read cannot be made a program. */
        public boolean isConstruction() {
            return construction;
        }
    }

    /**
     * Reads an expression without looking at types.
     *
     * @throws Failure in the engine's words
     */
    Program parse(String expression);

    /**
     * Reads an expression and checks its types.
     *
     * @param variables names of the variables, maps of anything; others are not known
     * @throws Failure in the engine's words
     */
    Program compile(String expression, List<String> variables);
}
