package dev.drydock.flux.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.Trees;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.flux.expression.FixedEngine;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomHealthChecksTest {

    private static final MapNode WIDGET =
            Trees.map("{apiVersion: example.com/v1, kind: Widget, metadata: {name: w, generation: 1}, status: {}}");

    private static CustomHealthChecks checks(String yaml) {
        return CustomHealthChecks.of(Trees.list(yaml), new FixedEngine());
    }

    @ParameterizedTest(name = "current {0}, in progress {1}, failed {2}: {3}")
    @CsvSource({
        "true, false, false, Current",
        "true, true, true, InProgress",
        "true, false, true, Failed",
        "false, false, false, InProgress"
    })
    void progress_is_asked_before_failure_and_that_before_success(
            String current, String inProgress, String failed, String expected) {
        CustomHealthChecks checks = checks("[{apiVersion: example.com/v1, kind: Widget, current: '" + current
                + "', inProgress: '" + inProgress + "', failed: '" + failed + "'}]");

        assertThat(checks.evaluate(WIDGET)).hasToString(expected);
    }

    @Test
    void an_older_observed_generation_is_in_progress_whatever_the_expressions_say() {
        CustomHealthChecks checks = checks("[{apiVersion: example.com/v1, kind: Widget, current: 'true'}]");

        assertThat(checks.evaluate(WIDGET.with("status", Trees.map("{observedGeneration: 0}"))))
                .isEqualTo(HealthStatus.IN_PROGRESS);
    }

    @Test
    void a_check_without_a_kind_stands_for_the_group() {
        CustomHealthChecks checks = checks("""
                - {apiVersion: example.com/v1, kind: Widget, current: 'true'}
                - {apiVersion: example.com/v1, current: 'false'}
                """);

        assertThat(checks.evaluate(WIDGET)).isEqualTo(HealthStatus.CURRENT);
        assertThat(checks.evaluate(WIDGET.with("kind", "Other"))).isEqualTo(HealthStatus.IN_PROGRESS);
        assertThat(checks.supports(Trees.object("apps/v1", "Deployment", "apps", "web")))
                .isFalse();
    }

    @Test
    void mistakes_are_told_with_their_place() {
        assertThatThrownBy(() -> checks("[{apiVersion: v1, kind: A, current: '('}]"))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("failed to create custom status evaluator for healthchecks[0]: "
                        + "failed to parse the expression Current: failed to parse the CEL expression '(': ERROR");
        assertThatThrownBy(() -> checks("[{apiVersion: v1, kind: A}]"))
                .hasMessageEndingWith("healthchecks[0]: expression Current not specified");
        assertThatThrownBy(() -> checks("""
                        - {apiVersion: example.com/v1, kind: A, current: 'true'}
                        - {apiVersion: example.com/v2, kind: A, current: 'true'}
                        """))
                .hasMessage("duplicate custom health check for GroupKind A.example.com at healthchecks[1]");
    }
}
