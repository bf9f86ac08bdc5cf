package dev.drydock.flux.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.Trees;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.flux.expression.FixedEngine;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;

class ReadyExpressionTest {

    private static final MapNode OBJECT = Trees.map("""
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: infra, namespace: team, generation: 1}
            spec: {interval: 1m, prune: true, wait: false, dependsOn: [], sourceRef: {kind: GitRepository, name: repo}}
            status: {observedGeneration: 0}
            """);

    private static boolean evaluate(String expression) {
        return ReadyExpression.ofKustomizations(new FixedEngine()).evaluate(expression, OBJECT, OBJECT);
    }

    @Test
    void both_objects_are_seen() {
        assertThat(evaluate("self.spec.prune")).isTrue();
        assertThat(evaluate("dep.spec.prune")).isTrue();
    }

    @Test
    void empty_optional_fields_are_absent() {
        assertThatThrownBy(() -> evaluate("self.spec.wait"))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("failed to evaluate the CEL expression 'self.spec.wait': no such key: self.spec.wait");
    }

    @Test
    void durations_have_the_form_of_go() {
        MapNode typed = TypedObject.kustomization(OBJECT);

        assertThat(typed.findString("spec", "interval")).isEqualTo("1m0s");
        assertThat(typed.findMap("spec").keys()).doesNotContain("dependsOn", "wait", "timeout");
        assertThat(typed.findMap("status").isEmpty()).isTrue();
    }
}
