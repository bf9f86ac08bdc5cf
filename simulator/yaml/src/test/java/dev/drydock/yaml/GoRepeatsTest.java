package dev.drydock.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoRepeatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "((a{1000}){1000}){1000}~{1000}",
                "(a{2}){501}~{501}",
                "(?:(?:b|a{100})c){11,}~{11,}",
                "((a{10})*{0,1}x{10}){2,101}~{2,101}",
                "(?P<n>\\Qa{b\\E[]{}x]{40}){26}~{26}",
                "a{1001}~{1001}",
                "(?i)(x(?i:\\x{61}\\p{Greek}{50})){21}~{21}"
            })
    void more_than_a_thousand_copies_within_each_other_are_refused(String expression, String place) {
        assertThat(GoRepeats.problem(expression)).isEqualTo(new GoRepeats.Problem("invalid repeat count", place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "(a{2}){500}",
                "a{1000}b{1000}",
                "(a{1000}){0}",
                "(a{1000}){1}",
                "((a{1000}){0,})*",
                "a{,5}{1",
                "{9999999}x{a}",
                "[a{9999}]",
                "\\{9999}",
                "\\Q{9999}\\E",
                "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$",
                ")(",
                "((((("
            })
    void others_are_not(String expression) {
        assertThat(GoRepeats.problem(expression)).isNull();
    }

    @Test
    void what_compiles_to_millions_of_instructions_is_refused() {
        String expression = "(abcdef){1000}".repeat(500);

        assertThat(GoRepeats.problem(expression)).isEqualTo(new GoRepeats.Problem("expression too large", expression));
    }
}
