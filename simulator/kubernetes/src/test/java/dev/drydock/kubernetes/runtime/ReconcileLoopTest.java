package dev.drydock.kubernetes.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Kernel;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.NamespacedName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconcileLoopTest {

    private final Kernel kernel = new Kernel(Seed.DEFAULT);
    private final List<String> calls = new ArrayList<>();

    /** Waits ten seconds in each run. */
    private final class Sleeper implements Reconciler {
        @Override
        public Result reconcile(NamespacedName name) {
            calls.add(name.name() + " starts");
            return new Result.Waiting(Duration.ofSeconds(10));
        }

        @Override
        public Result resume(NamespacedName name) {
            calls.add(name.name() + " ends at "
                    + Duration.between(Kernel.EPOCH, kernel.now()).toSeconds());
            return new Result.Done();
        }
    }

    @Test
    void what_finds_no_worker_waits_for_one() {
        ReconcileLoop loop = new ReconcileLoop("sleep", kernel, new Sleeper(), 2);

        for (String name : List.of("a", "b", "c")) {
            loop.enqueue(new NamespacedName("team", name));
        }
        kernel.advance(Duration.ofSeconds(30));

        assertThat(calls.subList(0, 2)).allMatch(call -> call.endsWith("starts"));
        assertThat(calls).hasSize(6);
        assertThat(calls.get(5)).endsWith("ends at 20");
    }

    @Test
    void without_a_limit_nothing_waits() {
        ReconcileLoop loop = new ReconcileLoop("sleep", kernel, new Sleeper());

        for (String name : List.of("a", "b", "c")) {
            loop.enqueue(new NamespacedName("team", name));
        }
        kernel.advance(Duration.ofSeconds(30));

        assertThat(calls).hasSize(6).allMatch(call -> call.endsWith("starts") || call.endsWith("ends at 10"));
    }
}
