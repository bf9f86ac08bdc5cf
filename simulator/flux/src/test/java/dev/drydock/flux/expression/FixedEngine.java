package dev.drydock.flux.expression;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;

/** Knows paths such as {@code self.spec.wait}, {@code true} and {@code false}; a bracket is a mistake. */
public final class FixedEngine implements ExpressionEngine {

    /** An engine without state. */
    public FixedEngine() {}

    @Override
    public Program parse(String expression) {
        if (expression.contains("(")) {
            throw Failure.issues("ERROR");
        }
        return new Path(expression, "dyn");
    }

    @Override
    public Program compile(String expression, List<String> variables) {
        parse(expression);
        return new Path(expression, expression.equals("1") ? "int" : "bool");
    }

    private record Path(String text, String outputType) implements Program {

        @Override
        public Node evaluate(MapNode variables) {
            if (text.equals("true") || text.equals("false")) {
                return ScalarNode.of(Boolean.valueOf(text));
            }
            Node value = variables.find(text.split("\\."));
            if (value == null) {
                throw Failure.evaluation("no such key: " + text);
            }
            return value;
        }
    }
}
