package dev.drydock.kubernetes.kinds.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PodSpecRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "pod-spec-rules.csv", delimiter = '|', quoteCharacter = '^', emptyValue = "")
    void says_what_is_wrong_with_the_rest_of_a_spec(String fields, @Nullable String errors) {
        assertThat(Pods.wrong(Pods.with(fields))).isEqualTo(errors == null ? "" : errors);
    }
}
