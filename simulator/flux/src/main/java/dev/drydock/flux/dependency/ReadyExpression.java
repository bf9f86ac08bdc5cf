package dev.drydock.flux.dependency;

import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/** Evaluates {@code readyExpr}, an expression over {@code self} and {@code dep}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface ReadyExpression {

    /** An expression that could not be compiled or evaluated. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    final class ExpressionException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final boolean compilation;

        /** An exception with the message of Flux' CEL package. */
        public ExpressionException(String message, boolean compilation) {
            super(message);
            this.compilation = compilation;
        }

        /** Whether the expression is wrong as such, so that only a change of the object can help. */
        public boolean isCompilation() {
            return compilation;
        }
    }

    /**
     * The value of the expression.
     *
     * @throws ExpressionException when it does not compile, is no boolean, or fails
     */
    boolean evaluate(String expression, MapNode self, MapNode dependency);
}
