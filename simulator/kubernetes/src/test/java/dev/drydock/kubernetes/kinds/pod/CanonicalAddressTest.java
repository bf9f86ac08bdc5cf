package dev.drydock.kubernetes.kinds.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalAddressTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "0:0:0:0:0:0:0:0, ::",
        "::1, ::1",
        "1:0:0:0:0:0:0:0, 1::",
        "10.0.0.1,",
        "host,",
    })
    void writes_addresses_of_version_6_as_short_as_can_be(String address, @Nullable String canonical) {
        assertThat(CanonicalAddress.of(address)).isEqualTo(canonical == null ? "" : canonical);
    }
}
