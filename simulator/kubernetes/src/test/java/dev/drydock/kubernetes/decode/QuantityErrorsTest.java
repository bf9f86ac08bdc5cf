package dev.drydock.kubernetes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityErrorsTest {

    private static final String FORM =
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1 Gi"})
    void asks_for_the_form_of_a_quantity(String text) {
        assertThat(QuantityErrors.of(text)).isEqualTo(FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mi", "1mm", "1KM"})
    void finds_fault_with_a_suffix_only(String text) {
        assertThat(QuantityErrors.of(text)).isEqualTo("unable to parse quantity's suffix");
    }
}
