package dev.drydock.flux.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.Trees;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private static final ExpressionEngine ENGINE = new FixedEngine();

    @Test
    void answers_yes_or_no() {
        MapNode variables = Trees.map("{status: {ready: true, phase: x}}");

        assertThat(Expression.parse("status.ready", ENGINE).isTrue(variables)).isTrue();
        assertThat(Expression.parse("false", ENGINE).isTrue(variables)).isFalse();
    }

    @Test
    void anything_else_is_no_answer() {
        MapNode variables = Trees.map("{status: {phase: x}}");

        assertThatThrownBy(() -> Expression.parse("status.phase", ENGINE).isTrue(variables))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("failed to evaluate CEL expression as boolean: 'status.phase'");
        assertThatThrownBy(() -> Expression.parse("status.x", ENGINE).isTrue(variables))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("failed to evaluate the CEL expression 'status.x': no such key: status.x");
    }

    @Test
    void mistakes_are_found_before() {
        assertThatThrownBy(() -> Expression.parse("(", ENGINE))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("failed to parse the CEL expression '(': ERROR");
        assertThatThrownBy(() -> Expression.compile("1", List.of("self"), ENGINE))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("CEL expression output type mismatch: expected bool, got int");
    }
}
