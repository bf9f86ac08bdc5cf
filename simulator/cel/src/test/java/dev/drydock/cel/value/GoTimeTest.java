package dev.drydock.cel.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimeTest {

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
