package dev.drydock.flux.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceResultTest {

    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final MapNode RECONCILING =
            Trees.map("{type: Reconciling, status: 'True', reason: Progressing, message: m}");

    private static SourceResult compute(SourceResult.Outcome outcome, SourceResult.@Nullable Failure failure) {
        return SourceResult.compute(outcome, failure, INTERVAL, List.of(RECONCILING));
    }

    @Test
    void success_waits_for_the_interval() {
        SourceResult result = compute(SourceResult.Outcome.SUCCESS, null);

        assertThat(result.requeueAfter()).isEqualTo(INTERVAL);
        assertThat(result.conditions()).isEmpty();
        assertThat(result.returnedError()).isNull();
    }

    @Test
    void a_plain_failure_is_retried_with_back_off() {
        SourceResult result = compute(SourceResult.Outcome.EMPTY, new SourceResult.Plain("no"));

        assertThat(result.returnedError()).isEqualTo("no");
        assertThat(result.setsObservedGeneration()).isFalse();
        assertThat(result.conditions())
                .extracting(condition -> condition.findString("reason"))
                .containsExactly("ProgressingWithRetry");
    }

    @Test
    void a_stalling_failure_waits_for_a_change() {
        SourceResult result = compute(SourceResult.Outcome.EMPTY, new SourceResult.Stalling("bad", "InvalidURL"));

        assertThat(result.returnedError()).isNull();
        assertThat(result.setsObservedGeneration()).isTrue();
        assertThat(result.conditions())
                .extracting(condition -> condition.findString("type"))
                .containsExactly("Stalled");
    }

    @Test
    void something_missing_is_looked_for_again() {
        SourceResult result =
                compute(SourceResult.Outcome.EMPTY, new SourceResult.Waiting("later", Duration.ofSeconds(7)));

        assertThat(result.returnedError()).isNull();
        assertThat(result.requeueAfter()).isEqualTo(Duration.ofSeconds(7));
    }
}
