package dev.drydock.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private static List<String> keysInOrder(long seed) {
        Kernel kernel = new Kernel(new Seed(seed));
        List<String> keys = new ArrayList<>();
        kernel.register("h", event -> keys.add(event.key()));
        for (int i = 0; i < 20; i++) {
            kernel.schedule("h", "k" + i, SECOND);
        }
        kernel.advance(SECOND);
        return keys;
    }

    @Test
    void time_jumps_to_the_event_and_stands_still_while_it_is_handled() {
        Kernel kernel = new Kernel(Seed.DEFAULT);
        kernel.register("h", event -> assertThat(kernel.now()).isEqualTo(Kernel.EPOCH.plusSeconds(5)));

        kernel.schedule("h", "k", Duration.ofSeconds(5));

        assertThat(kernel.step()).isPresent();
        assertThat(kernel.now()).isEqualTo(Kernel.EPOCH.plusSeconds(5));
        assertThat(kernel.step()).isEmpty();
    }

    @Test
    void advance_runs_what_is_due_and_ends_where_it_was_told() {
        Kernel kernel = new Kernel(Seed.DEFAULT);
        List<String> ran = new ArrayList<>();
        kernel.register("h", event -> {
            ran.add(event.key());
            if (ran.size() < 3) {
                kernel.schedule("h", event.key() + "+", SECOND);
            }
        });
        kernel.schedule("h", "late", Duration.ofSeconds(9));
        kernel.schedule("h", "a", SECOND);

        kernel.advance(Duration.ofMillis(2500));

        assertThat(ran).containsExactly("a", "a+");
        assertThat(kernel.now()).isEqualTo(Kernel.EPOCH.plusMillis(2500));
        assertThat(kernel.pending()).extracting(Event::key).containsExactly("a++", "late");
    }

    @Test
    void the_default_seed_keeps_the_order_of_scheduling() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            expected.add("k" + i);
        }
        assertThat(keysInOrder(0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, -7})
    void another_seed_gives_another_order_and_always_the_same(long seed) {
        assertThat(keysInOrder(seed))
                .isNotEqualTo(keysInOrder(0))
                .containsExactlyInAnyOrderElementsOf(keysInOrder(0))
                .isEqualTo(keysInOrder(seed));
    }

    @Test
    void a_fork_goes_its_own_way() {
        Kernel kernel = new Kernel(Seed.DEFAULT);
        kernel.register("h", event -> kernel.record("h", event.key(), "ran"));
        kernel.schedule("h", "k", SECOND);
        kernel.record("me", "x", "before");

        Kernel fork = kernel.fork();
        fork.register("h", event -> fork.record("h", event.key(), "ran in the fork"));
        fork.advance(SECOND);

        assertThat(kernel.now()).isEqualTo(Kernel.EPOCH);
        assertThat(kernel.pending()).hasSize(1);
        assertThat(kernel.trace().entries()).hasSize(1);
        assertThat(fork.trace().since(1)).extracting(Trace.Entry::text).containsExactly("ran in the fork");
        assertThat(fork.newUid()).isEqualTo(kernel.newUid());
    }

    @Test
    void a_cancelled_event_does_not_run() {
        Kernel kernel = new Kernel(Seed.DEFAULT);
        kernel.cancel(kernel.schedule("h", "k", SECOND));

        assertThat(kernel.next()).isEmpty();
    }

    @Test
    void an_event_whose_handler_is_missing_says_so() {
        Kernel kernel = new Kernel(Seed.DEFAULT);
        kernel.schedule("nobody", "k", SECOND);

        assertThatThrownBy(kernel::step)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no handler is registered as nobody");
    }

    @Test
    void ids_are_unique_and_depend_on_the_seed() {
        Kernel kernel = new Kernel(Seed.DEFAULT);
        String first = kernel.newUid();

        assertThat(kernel.newUid()).isNotEqualTo(first);
        assertThat(new Kernel(Seed.DEFAULT).newUid()).isEqualTo(first);
        assertThat(new Kernel(new Seed(7)).newUid()).isNotEqualTo(first);
        assertThat(kernel.newSuffix(5)).matches("[bcdfghjklmnpqrstvwxz2456789]{5}");
    }

    @Test
    void work_is_what_is_pending_and_no_routine() {
        Kernel kernel = new Kernel(Seed.DEFAULT);
        kernel.register("h", event -> {});
        Event routine = kernel.scheduleRoutine("h", "k", SECOND);
        Event work = kernel.schedule("h", "k", SECOND);
        Event other = kernel.schedule("h", "k", SECOND.multipliedBy(3));

        assertThat(kernel.hasWork()).isTrue();
        kernel.cancel(other);
        kernel.cancel(other);
        assertThat(kernel.fork().hasWork()).isTrue();
        assertThat(kernel.isPending(work)).isTrue();
        kernel.advance(SECOND);
        assertThat(kernel.hasWork()).isFalse();
        assertThat(kernel.isPending(routine)).isFalse();
    }
}
