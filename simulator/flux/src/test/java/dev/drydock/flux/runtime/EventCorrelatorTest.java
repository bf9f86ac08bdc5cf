package dev.drydock.flux.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventCorrelatorTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final EventCorrelator correlator = new EventCorrelator();

    private String message(int number, Instant at) {
        return correlator
                .correlate("pod", "Warning", "Failed", "attempt " + number, at)
                .message();
    }

    @Test
    void combines_the_tenth_of_similar_events() {
        List<String> messages =
                IntStream.range(0, 11).mapToObj(n -> message(n, NOW)).toList();

        assertThat(messages.get(8)).isEqualTo("attempt 8");
        assertThat(messages.get(9)).isEqualTo("(combined from similar events): attempt 9");
        assertThat(messages.get(10)).isEqualTo("(combined from similar events): attempt 10");
    }

    @Test
    void begins_anew_after_ten_quiet_minutes() {
        IntStream.range(0, 10).forEach(n -> message(n, NOW));

        assertThat(message(10, NOW.plusSeconds(601))).isEqualTo("attempt 10");
    }

    @Test
    void takes_no_two_temporary_folders_for_the_same() {
        String message = "stat /tmp/kustomization-1000000000/x";
        String first =
                correlator.correlate("k", "Warning", "Failed", message, NOW).key();

        assertThat(correlator
                        .correlate("k", "Warning", "Failed", message, NOW.plusSeconds(5))
                        .key())
                .isNotEqualTo(first);
    }

    @Test
    void admits_a_burst_of_25_and_one_more_every_five_minutes() {
        assertThat(IntStream.range(0, 26)
                        .filter(n -> correlator.admits("pod", NOW))
                        .count())
                .isEqualTo(25);
        assertThat(correlator.admits("pod", NOW.plusSeconds(299))).isFalse();
        assertThat(correlator.admits("pod", NOW.plusSeconds(301))).isTrue();
    }
}
