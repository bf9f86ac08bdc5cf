package dev.drydock.flux.notification;

import dev.drydock.flux.expression.CelExpressions;
import dev.drydock.flux.expression.Expression;
import dev.drydock.flux.expression.ExpressionEngine;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * Whether the expressions of a Receiver can be read (notification-controller internal/server/receiver_resource_filter.go,
 * receiver_claims.go).
 */
final class ReceiverExpressions {

    private static final List<String> CLAIMS = List.of("claims", "vars");

    private final ExpressionEngine engine = new CelExpressions();

    /** The first problem of the filters; empty when there is none. */
    Optional<String> filterProblem(MapNode receiver) {
        List<String> variables = receiver.findText("spec", "type").equals("generic-oidc")
                ? List.of("res", "req", "claims")
                : List.of("res", "req");
        Optional<String> problem = problem(receiver.findText("spec", "resourceFilter"), variables);
        if (problem.isPresent()) {
            return Optional.of("invalid resourceFilter expression: " + problem.get());
        }
        int index = 0;
        for (Node resource : receiver.findList("spec", "resources")) {
            problem = problem(resource.findText("filter"), variables);
            if (problem.isPresent()) {
                return Optional.of("invalid filter expression for resources[" + index + "] (kind="
                        + GoQuote.quote(resource.findText("kind")) + ", name="
                        + GoQuote.quote(resource.findText("name")) + "): " + problem.get());
            }
            index++;
        }
        return Optional.empty();
    }

    /** The first problem of the expressions over claims; empty when there is none. */
    Optional<String> claimProblem(MapNode receiver) {
        int index = 0;
        for (Node provider : receiver.findList("spec", "oidcProviders")) {
            String head =
                    "oidcProviders[" + index + "] (issuerURL=" + GoQuote.quote(provider.findText("issuerURL")) + "): ";
            for (Node variable : provider.findList("variables")) {
                Optional<String> problem = valueProblem(variable.findText("expression"));
                if (problem.isPresent()) {
                    return Optional.of(head + "invalid expression for variable "
                            + GoQuote.quote(variable.findText("name")) + ": " + problem.get());
                }
            }
            for (Node validation : provider.findList("validations")) {
                Optional<String> problem = problem(validation.findText("expression"), CLAIMS);
                if (problem.isPresent()) {
                    return Optional.of(head + "invalid expression for validation "
                            + GoQuote.quote(validation.findText("message")) + ": " + problem.get());
                }
            }
            index++;
        }
        return Optional.empty();
    }

    private Optional<String> problem(String expression, List<String> variables) {
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        try {
            Expression.compile(expression, variables, engine);
            return Optional.empty();
        } catch (ExpressionException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** An expression of any type. */
    private Optional<String> valueProblem(String expression) {
        try {
            engine.compile(expression, CLAIMS);
            return Optional.empty();
        } catch (ExpressionEngine.Failure e) {
            return Optional.of(
                    e.isConstruction()
                            ? "failed to create CEL program: " + e.getMessage()
                            : "failed to parse the CEL expression '" + expression + "': " + e.getMessage());
        }
    }
}
