package dev.drydock.flux.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KustomizationTimingTest {

    @Test
    void the_interval_is_the_default_of_the_others() {
        KustomizationTiming timing = KustomizationTiming.of(Trees.map("{interval: 10m}"));

        assertThat(timing.requeueAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(timing.retryInterval()).isEqualTo(Duration.ofMinutes(10));
        assertThat(timing.timeout()).isEqualTo(Duration.ofMinutes(10).minusSeconds(30));
    }

    @Test
    void the_timeout_is_never_shorter_than_half_a_minute() {
        assertThat(KustomizationTiming.of(Trees.map("{interval: 40s}")).timeout())
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(KustomizationTiming.of(Trees.map("{interval: 1h, timeout: 1s}"))
                        .timeout())
                .isEqualTo(Duration.ofSeconds(30));
    }
}
