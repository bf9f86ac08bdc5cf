package dev.drydock.kubernetes.policy;

import dev.drydock.cel.interpret.Evaluation;
import dev.drydock.cel.interpret.Program;
import dev.drydock.cel.interpret.Variables;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.NodeValues;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.kubernetes.expression.KubernetesExpressions;
import dev.drydock.kubernetes.policy.PolicyExpressions.Compiled;
import dev.drydock.yaml.MapNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run over the expressions of a policy of one sort, with one budget; variables are computed once, when they are first
 * asked for (apiserver, admission/plugin/cel/activation.go and composition.go).
 */
final class Activation implements Variables {

    /** What all expressions of one sort may cost together. */
    static final long BUDGET = 10_000_000;

    static final long CONDITIONS_BUDGET = BUDGET / 4;

    static final String EXHAUSTED =
            "validation failed due to running out of cost budget, no further validation rules will be run";

    private final CompiledPolicy policy;
    private final PolicyInput input;
    private final Map<String, Value> computed = new HashMap<>();
    private long budget;
    private long spentOnVariables;

    Activation(CompiledPolicy policy, PolicyInput input, long budget) {
        this.policy = policy;
        this.input = input;
        this.budget = budget;
    }

    /** The end of the budget; the message is upstream's. */
    static final class OutOfBudget extends Exception {
        private static final long serialVersionUID = 1L;

        OutOfBudget() {
            super(EXHAUSTED);
        }
    }

    /** The value of an expression, or the error of policies that it is. */
    Value evaluate(Compiled compiled) throws OutOfBudget {
        Program program = compiled.program();
        if (program == null) {
            return new Failure("compilation error: " + compiled.error());
        }
        Evaluation evaluation = KubernetesExpressions.run(program, this);
        spend(spentOnVariables);
        spentOnVariables = 0;
        spend(evaluation.cost());
        return evaluation.value() instanceof Failure failure
                ? new Failure("expression '" + compiled.text() + "' resulted in error: " + failure.message())
                : evaluation.value();
    }

    private void spend(long cost) throws OutOfBudget {
        if (cost > budget) {
            throw new OutOfBudget();
        }
        budget -= cost;
    }

    long remaining() {
        return budget;
    }

    /** The same policy and request with what is left of the budget. */
    Activation next() {
        return new Activation(policy, input, budget);
    }

    @Override
    public @Nullable Value find(String name) {
        return switch (name) {
            case "object" -> value(input.object());
            case "oldObject" -> value(input.oldObject());
            case "params" -> value(input.params());
            case "request" -> value(input.request());
            case "namespaceObject" -> value(input.namespace());
            case "authorizer" -> input.authorizer();
            case "authorizer.requestResource" -> input.requestResource();
            case "variables" -> new LazyVariables();
            default -> null;
        };
    }

    private static Value value(@Nullable MapNode node) {
        return node == null ? Scalar.Null.NULL : NodeValues.of(node);
    }

    private Value compute(String name, Compiled compiled) {
        Value known = computed.get(name);
        if (known != null) {
            return known;
        }
        Value value = run(name, compiled);
        computed.put(name, value);
        return value;
    }

    private Value run(String name, Compiled compiled) {
        Program program = compiled.program();
        if (program == null) {
            return new Failure("composited variable \"" + name + "\" fails to compile: " + compiled.error());
        }
        Evaluation evaluation = KubernetesExpressions.run(program, this);
        spentOnVariables += evaluation.cost();
        return evaluation.value() instanceof Failure failure
                ? new Failure("composited variable \"" + name + "\" fails to evaluate: " + failure.message())
                : evaluation.value();
    }

    /** The policy's variables as the fields of an object. */
    private final class LazyVariables implements MapValue {

        private final CelType type = CelType.object(PolicyTypes.VARIABLES);

        @Override
        public int size() {
            return policy.variables.size();
        }

        @Override
        public @Nullable Value find(Value key) {
            String name = key instanceof Scalar.Text text ? text.value() : "";
            Compiled compiled = policy.variables.get(name);
            return compiled == null ? null : compute(name, compiled);
        }

        @Override
        public Iterable<Value> keys() {
            return policy.variables.keySet().stream()
                    .<Value>map(Scalar.Text::new)
                    .toList();
        }

        @Override
        public CelType type() {
            return type;
        }
    }
}
