package dev.drydock.cel.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1h, 3600000000000",
        "-1.5h, -5400000000000",
        "1m2s3ms4us5ns, 62003004005",
        ".5s, 500000000",
        "1.s, 1000000000",
        "2562047h47m16.854775807s, 9223372036854775807",
        "-2562047h47m16.854775808s, -9223372036854775808",
        "0.000000001s, 1"
    })
    void reads_durations(String text, long nanos) {
        assertThat(GoTime.duration(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "s", ".s", "1d", "1h ", " 1h", "--1h", "9223372036854775808ns", "2562048h", "1e3s"})
    void refuses_other_texts(String text) {
        assertThat(GoTime.duration(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "1, 1ns",
        "1500, 1.5µs",
        "2000000, 2ms",
        "1500000000, 1.5s",
        "3661000000000, 1h1m1s",
        "-60000000000, -1m0s",
        "-9223372036854775808, -2562047h47m16.854775808s"
    })
    void writes_durations(long nanos, String text) {
        assertThat(GoTime.format(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-01-01",
                "2023-01-01T00:00:00",
                "2023-13-01T00:00:00Z",
                "2023-02-30T00:00:00Z",
                "2023-01-01t00:00:00Z",
                "2023-01-01T24:00:00Z",
                "2023-01-01T00:00:60Z"
            })
    void refuses_times_that_are_none(String text) {
        assertThat(GoTime.parse(text)).isNull();
    }
}
