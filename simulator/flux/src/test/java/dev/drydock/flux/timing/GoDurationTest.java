package dev.drydock.flux.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, 0s",
        "1m, 1m0s",
        "90s, 1m30s",
        "1.5h, 1h30m0s",
        "1h2m3s, 1h2m3s",
        "500ms, 500ms",
        "1us, 1µs",
        "-2s, -2s",
        "100h, 100h0m0s"
    })
    void is_printed_as_go_prints_it(String text, String printed) {
        assertThat(GoDuration.format(GoDuration.parse(text))).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "'', time: invalid duration \"\"",
        "abc, time: invalid duration \"abc\"",
        "1, time: missing unit in duration \"1\"",
        "µ, time: invalid duration \"\\xc2\\xb5\"",
        "9223372036854775808ns, time: invalid duration \"9223372036854775808ns\"",
        "1d, time: unknown unit \"d\" in duration \"1d\""
    })
    void or_refused_in_the_words_of_go(String text, String error) {
        assertThatThrownBy(() -> GoDuration.parse(text))
                .isInstanceOf(InvalidDurationException.class)
                .hasMessage(error);
    }
}
