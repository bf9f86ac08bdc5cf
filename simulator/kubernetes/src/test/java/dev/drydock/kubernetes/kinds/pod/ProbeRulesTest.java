package dev.drydock.kubernetes.kinds.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ProbeRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "probe-rules.csv", delimiter = '|', quoteCharacter = '^', emptyValue = "")
    void says_what_is_wrong_with_probes_and_hooks(String fields, @Nullable String errors) {
        assertThat(Pods.wrong(Pods.withContainer(fields))).isEqualTo(errors == null ? "" : errors);
    }
}
