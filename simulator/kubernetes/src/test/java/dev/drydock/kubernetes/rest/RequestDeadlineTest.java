package dev.drydock.kubernetes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDeadlineTest {

    private static RestRequest with(String timeout) {
        String path = "/api/v1/namespaces/team-a/configmaps";
        return new RestRequest(null, null, "GET", path, Map.of("timeout", timeout), "", null, "test");
    }

    @Test
    void refuses_what_is_no_duration() {
        assertThat(RequestDeadline.mistake(with("x")).orElseThrow().message())
                .isEqualTo("invalid timeout specified in the request URL - time: invalid duration \"x\"");
        assertThat(RequestDeadline.mistake(with("5")).orElseThrow().message())
                .isEqualTo("invalid timeout specified in the request URL - time: missing unit in duration \"5\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1m30s", "1.5h"})
    void takes_durations(String timeout) {
        assertThat(RequestDeadline.mistake(with(timeout))).isEmpty();
    }
}
