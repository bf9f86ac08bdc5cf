package dev.drydock.flux.dependency;

import dev.drydock.flux.expression.Expression;
import dev.drydock.flux.expression.ExpressionEngine;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/** Evaluates {@code readyExpr}, an expression over {@code self} and {@code dep}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface ReadyExpression {

    /** Evaluates expressions between Kustomizations with an engine. */
    static ReadyExpression ofKustomizations(ExpressionEngine engine) {
        return of(engine, TypedObject::kustomization);
    }

    /** Evaluates expressions between HelmReleases with an engine. */
    static ReadyExpression ofHelmReleases(ExpressionEngine engine) {
        return of(engine, TypedObject::helmRelease);
    }

    private static ReadyExpression of(ExpressionEngine engine, UnaryOperator<MapNode> typed) {
        return (expression, self, dependency) -> Expression.compile(expression, List.of("self", "dep"), engine)
                .isTrue(MapNode.of(
                        "self",
                        typed.apply(self),
                        "dep",
                        typed.apply(dependency.without(List.of("apiVersion", "kind")))));
    }

    /**
     * The value of the expression.
     *
     * @throws ExpressionException when it does not compile, is no boolean, or fails
     */
    boolean evaluate(String expression, MapNode self, MapNode dependency);
}
