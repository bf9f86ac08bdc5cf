package dev.drydock.flux.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyErrorsTest {

    @Test
    void the_message_of_a_failed_dry_run_names_the_object() {
        assertThat(ApplyErrors.dryRunMessage("EOF", Trees.object("example.com/v1", "Widget", "apps", "x")))
                .isEqualTo("Widget/apps/x dry-run failed: EOF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"field is immutable", "spec.selector: Invalid value: x: field is immutable"})
    void words_tell_that_a_field_is_immutable(String error) {
        assertThat(ApplyErrors.isImmutable(error)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EOF", "isimmutable", "Immutable field"})
    void other_words_do_not(String error) {
        assertThat(ApplyErrors.isImmutable(error)).isFalse();
    }
}
