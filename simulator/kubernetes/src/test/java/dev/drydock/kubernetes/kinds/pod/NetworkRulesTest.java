package dev.drydock.kubernetes.kinds.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NetworkRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "network-rules.csv", delimiter = '|', quoteCharacter = '^', emptyValue = "")
    void says_what_is_wrong_with_names_and_networks(String fields, @Nullable String errors) {
        assertThat(Pods.wrong(Pods.with(fields))).isEqualTo(errors == null ? "" : errors);
    }
}
