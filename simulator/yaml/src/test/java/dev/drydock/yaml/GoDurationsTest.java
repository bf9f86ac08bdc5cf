package dev.drydock.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationsTest {

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
        assertThat(GoDurations.format(GoDurations.parse(text))).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "'', time: invalid duration \"\"",
        "abc, time: invalid duration \"abc\"",
        "1, time: missing unit in duration \"1\"",
        "µ, time: invalid duration \"\\xc2\\xb5\"",
        "9223372036854775808ns, time: invalid duration \"9223372036854775808ns\"",
        "1d, time: unknown unit \"d\" in duration \"1d\"",
        "s, time: invalid duration \"s\"",
        ".s, time: invalid duration \".s\"",
        "--1h, time: invalid duration \"--1h\"",
        "1..5s, time: missing unit in duration \"1..5s\"",
        "1e3s, time: unknown unit \"e\" in duration \"1e3s\"",
        "'1h ', time: unknown unit \"h \" in duration \"1h \"",
        "2562048h, time: invalid duration \"2562048h\""
    })
    void or_refused_in_the_words_of_go(String text, String error) {
        assertThatThrownBy(() -> GoDurations.parse(text))
                .isInstanceOf(InvalidDurationException.class)
                .hasMessage(error);
    }

    @ParameterizedTest
    @CsvSource({
        "-1.5h, -5400000000000",
        "1m2s3ms4us5ns, 62003004005",
        ".5s, 500000000",
        "1.s, 1000000000",
        "0.3333333333333333333h, 1200000000000",
        "2562047h47m16.854775807s, 9223372036854775807",
        "-2562047h47m16.854775808s, -9223372036854775808",
        "0.000000001s, 1"
    })
    void is_counted_in_nanoseconds(String text, long nanos) {
        assertThat(GoDurations.parse(text).toNanos()).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1ns",
        "1500, 1.5µs",
        "2000000, 2ms",
        "1500000000, 1.5s",
        "3661000000000, 1h1m1s",
        "-60000000000, -1m0s",
        "-9223372036854775808, -2562047h47m16.854775808s"
    })
    void has_decimals_only_in_its_last_unit(long nanos, String printed) {
        assertThat(GoDurations.format(Duration.ofNanos(nanos))).isEqualTo(printed);
    }
}
