package dev.drydock.kubernetes.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    private static Quantity quantity(String text) {
        return Quantity.parse(text).orElseThrow();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, 0",
        "0.5, 500m",
        "1.5, 1500m",
        "1000m, 1",
        "1000, 1k",
        "2500, 2500",
        "100m, 100m",
        "1024Ki, 1Mi",
        "1536Mi, 1536Mi",
        "1.5Gi, 1536Mi",
        "0.5Ki, 512",
        "0.1Mi, 104857600m",
        "1e3, 1e3",
        "1E6, 1E6",
        "1000e3, 1e6",
        "-1, -1",
        "0.0000000001, 1n",
        "007, 007",
        "0500m, 0500m",
        "00.5, 500m",
        "., 0",
        "-, 0",
        "k, 0",
        "1.500, 1.500",
        "5k, 5k"
    })
    void is_printed_as_the_server_prints_it(String text, String printed) {
        assertThat(quantity(text)).hasToString(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1Z", "1 Gi", "--1", "+ 1", "1e999999", "1KiB"})
    void is_not_read_from_anything_else(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }

    @Test
    void sums_keep_the_suffixes_of_the_first_that_is_not_zero() {
        assertThat(Quantity.ZERO.plus(quantity("512Mi")).plus(quantity("512Mi")))
                .hasToString("1Gi");
        assertThat(quantity("1").plus(quantity("500m"))).hasToString("1500m");
        assertThat(quantity("1Gi").minus(quantity("512Mi"))).hasToString("512Mi");
    }

    @Test
    void equal_amounts_are_equal() {
        assertThat(quantity("1000m")).isEqualTo(quantity("1")).hasSameHashCodeAs(quantity("1"));
    }
}
