package dev.drydock.kubernetes.policy;

import dev.drydock.kubernetes.policy.PolicyExpressions.Compiled;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy whose expressions are ready to run (apiserver, policy/validating/plugin.go and policy/mutating/compilation.go,
 * compilePolicy).
 */
public final class CompiledPolicy {

    final String name;
    final boolean failing;
    final Map<String, Compiled> variables = new LinkedHashMap<>();
    final List<Compiled> conditions = new ArrayList<>();
    final List<Validation> validations = new ArrayList<>();
    final List<Annotation> annotations = new ArrayList<>();
    final List<Mutation> mutations = new ArrayList<>();

    private CompiledPolicy(MapNode policy) {
        this.name = policy.findText("metadata", "name");
        this.failing = !policy.findText("spec", "failurePolicy").equals("Ignore");
    }

    /** A validation with what it says when it fails. */
    record Validation(
            Compiled expression, String message, @Nullable Compiled messageExpression, String reason) {}

    /** An audit annotation. */
    record Annotation(String key, Compiled value) {}

    /** A mutation. */
    record Mutation(boolean jsonPatch, Compiled expression) {}

    /** Compiles a policy. */
    public static CompiledPolicy of(MapNode policy) {
        CompiledPolicy compiled = new CompiledPolicy(policy);
        MapNode spec = policy.findMap("spec");
        Node paramKind = spec.find("paramKind");
        PolicyExpressions expressions = PolicyExpressions.composed(paramKind != null && !paramKind.isNull());
        for (Node variable : spec.findList("variables")) {
            String name = variable.findText("name");
            compiled.variables.put(name, expressions.variable(name, variable.findText("expression")));
        }
        for (Node condition : spec.findList("matchConditions")) {
            compiled.conditions.add(expressions.condition(condition.findText("expression")));
        }
        for (Node validation : spec.findList("validations")) {
            String message = validation.findText("messageExpression");
            compiled.validations.add(new Validation(
                    expressions.condition(validation.findText("expression")),
                    validation.findText("message"),
                    message.isEmpty() ? null : expressions.message(message),
                    validation.findText("reason")));
        }
        for (Node annotation : spec.findList("auditAnnotations")) {
            compiled.annotations.add(new Annotation(
                    annotation.findText("key"), expressions.annotation(annotation.findText("valueExpression"))));
        }
        for (Node mutation : spec.findList("mutations")) {
            boolean patch = mutation.findText("patchType").equals("JSONPatch");
            compiled.mutations.add(new Mutation(
                    patch,
                    patch
                            ? expressions.jsonPatch(mutation.findText("jsonPatch", "expression"))
                            : expressions.applyConfiguration(mutation.findText("applyConfiguration", "expression"))));
        }
        return compiled;
    }

    /** Whether errors refuse the request instead of being ignored. */
    public boolean failing() {
        return failing;
    }
}
