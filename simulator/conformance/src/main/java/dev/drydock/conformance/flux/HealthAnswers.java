package dev.drydock.conformance.flux;

import dev.drydock.flux.expression.CelExpressions;
import dev.drydock.flux.expression.ExpressionEngine;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.flux.status.CustomHealthChecks;
import dev.drydock.flux.status.HealthExpressions;
import dev.drydock.flux.status.HealthStatus;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/** Custom health checks: the expressions of one check, and all checks of a Kustomization. */
final class HealthAnswers {

    private static final ExpressionEngine ENGINE = new CelExpressions();

    private HealthAnswers() {}

    static Node expressions(MapNode in) {
        HealthExpressions expressions;
        try {
            expressions = HealthExpressions.of(in.findMap("exprs"), ENGINE);
        } catch (ExpressionException e) {
            return MapNode.of("compileError", String.valueOf(e.getMessage()));
        }
        try {
            return status(expressions.evaluate(in.findMap("object")));
        } catch (ExpressionException e) {
            return MapNode.of("evalError", String.valueOf(e.getMessage()));
        }
    }

    static Node reader(MapNode in) {
        CustomHealthChecks checks;
        try {
            checks = CustomHealthChecks.of(in.findList("checks"), ENGINE);
        } catch (ExpressionException e) {
            return MapNode.of("compileError", String.valueOf(e.getMessage()));
        }
        if (!(in.get("object") instanceof MapNode object)) {
            return MapNode.of("compiled", true);
        }
        if (!checks.supports(object)) {
            return MapNode.of("supports", false);
        }
        try {
            return status(checks.evaluate(object)).with("supports", true);
        } catch (ExpressionException e) {
            return status(HealthStatus.UNKNOWN).with("supports", true).with("error", String.valueOf(e.getMessage()));
        }
    }

    private static MapNode status(HealthStatus status) {
        return MapNode.of("status", status.toString(), "message", "");
    }
}
