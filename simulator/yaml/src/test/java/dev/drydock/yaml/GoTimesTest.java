package dev.drydock.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimesTest {

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
        assertThat(GoTimes.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-01T00:00:00Z, 2023-01-01T00:00:00Z, 2023-01-01T00:00:00Z, 2023-01-01T00:00:00.000000Z",
        "2023-01-01T1:02:03Z, 2023-01-01T01:02:03Z, 2023-01-01T01:02:03Z, 2023-01-01T01:02:03.000000Z",
        "'2023-01-01T00:30:00,1234567890+01:00', 2023-01-01T00:30:00.123456789+01:00, 2022-12-31T23:30:00Z, "
                + "2022-12-31T23:30:00.123456Z",
        "0000-12-31T23:59:59.5Z, 0000-12-31T23:59:59.5Z, 0000-12-31T23:59:59Z, 0000-12-31T23:59:59.500000Z"
    })
    void prints_what_it_reads(String text, String printed, String seconds, String micros) {
        OffsetDateTime time = Objects.requireNonNull(GoTimes.parse(text));

        assertThat(GoTimes.format(time)).isEqualTo(printed);
        assertThat(GoTimes.seconds(time)).isEqualTo(seconds);
        assertThat(GoTimes.micros(time)).isEqualTo(micros);
    }
}
