package dev.drydock.flux.expression;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import org.apiguardian.api.API;

/** An expression that answers yes or no (fluxcd/pkg, runtime/cel/expression.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Expression {

    private final String text;
    private final ExpressionEngine.Program program;

    private Expression(String text, ExpressionEngine.Program program) {
        this.text = text;
        this.program = program;
    }

    /**
     * Reads an expression whose variables are not known beforehand.
     *
     * @throws ExpressionException when it is none
     */
    public static Expression parse(String text, ExpressionEngine engine) {
        try {
            return new Expression(text, engine.parse(text));
        } catch (ExpressionEngine.Failure e) {
            throw unreadable(text, e);
        }
    }

    /**
     * Reads an expression over known variables.
     *
     * @throws ExpressionException when it is none, or cannot be a boolean
     */
    public static Expression compile(String text, List<String> variables, ExpressionEngine engine) {
        ExpressionEngine.Program program;
        try {
            program = engine.compile(text, variables);
        } catch (ExpressionEngine.Failure e) {
            throw unreadable(text, e);
        }
        if (!program.outputType().equals("bool")) {
            throw new ExpressionException(
                    "CEL expression output type mismatch: expected bool, got " + program.outputType(), true);
        }
        return new Expression(text, program);
    }

    private static ExpressionException unreadable(String text, ExpressionEngine.Failure e) {
        return new ExpressionException(
                e.isConstruction()
                        ? "failed to create CEL program: " + e.getMessage()
                        : "failed to parse the CEL expression '" + text + "': " + e.getMessage(),
                true);
    }

    /**
     * The answer for these variables.
     *
     * @throws ExpressionException when there is none, or it is no boolean
     */
    public boolean isTrue(MapNode variables) {
        Node value;
        try {
            value = program.evaluate(variables);
        } catch (ExpressionEngine.Failure e) {
            throw new ExpressionException(
                    "failed to evaluate the CEL expression '" + text + "': " + e.getMessage(), false);
        }
        if (value instanceof ScalarNode scalar && scalar.value() instanceof Boolean bool) {
            return bool;
        }
        throw new ExpressionException("failed to evaluate CEL expression as boolean: '" + text + "'", false);
    }

    /** The text of the expression. */
    @Override
    public String toString() {
        return text;
    }
}
