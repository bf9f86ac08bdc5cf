package dev.drydock.conformance.flux;

import dev.drydock.flux.expression.ExpressionEngine;
import dev.drydock.kubernetes.NotModelledException;
import java.util.List;

/** Stands where the expression language will be. */
final class UnmodelledExpressions implements ExpressionEngine {

    @Override
    public Program parse(String expression) {
        throw new NotModelledException("CEL expressions of Flux");
    }

    @Override
    public Program compile(String expression, List<String> variables) {
        throw new NotModelledException("CEL expressions of Flux");
    }
}
