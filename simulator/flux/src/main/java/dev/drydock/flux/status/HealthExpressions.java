package dev.drydock.flux.status;

import dev.drydock.flux.expression.Expression;
import dev.drydock.flux.expression.ExpressionEngine;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The expressions of one custom health check (fluxcd/pkg, runtime/cel/status_evaluator.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HealthExpressions {

    private final Expression current;
    private final @Nullable Expression failed;
    private final @Nullable Expression inProgress;

    private HealthExpressions(Node check, ExpressionEngine engine) {
        Expression required = read(check, "current", "Current", engine);
        if (required == null) {
            throw new ExpressionException("expression Current not specified", true);
        }
        current = required;
        failed = read(check, "failed", "Failed", engine);
        inProgress = read(check, "inProgress", "InProgress", engine);
    }

    /**
     * The expressions of an entry of {@code spec.healthCheckExprs}.
     *
     * @throws ExpressionException for one that cannot be read
     */
    public static HealthExpressions of(Node check, ExpressionEngine engine) {
        return new HealthExpressions(check, engine);
    }

    private static @Nullable Expression read(Node check, String key, String name, ExpressionEngine engine) {
        String text = check.findText(key);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Expression.parse(text, engine);
        } catch (ExpressionException e) {
            throw e.prefixed("failed to parse the expression " + name + ": ");
        }
    }

    /**
     * The health of an object.
     *
     * @throws ExpressionException when an expression that was asked has no answer
     */
    public HealthStatus evaluate(MapNode object) {
        Long observed = object.findLong("status", "observedGeneration");
        Long generation = object.findLong("metadata", "generation");
        if (observed != null && generation != null && !observed.equals(generation)) {
            return HealthStatus.IN_PROGRESS;
        }
        if (inProgress != null && inProgress.isTrue(object)) {
            return HealthStatus.IN_PROGRESS;
        }
        if (failed != null && failed.isTrue(object)) {
            return HealthStatus.FAILED;
        }
        return current.isTrue(object) ? HealthStatus.CURRENT : HealthStatus.IN_PROGRESS;
    }
}
