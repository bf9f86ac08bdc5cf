package dev.drydock.kubernetes.runtime;

import dev.drydock.kernel.Event;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.NamespacedName;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The work queue of one controller for one kind.
 *
 * <p>An object stands in the queue at most once, at the earliest time that was asked for, and is never run twice at the same
 * time. Follows controller-runtime's priority queue; errors wait {@code 750ms * 2^n}, at most 15 minutes, as Flux sets the
 * rate limiter (pkg/runtime/controller).
 */
public final class ReconcileLoop {

    private static final Duration FIRST_DELAY = Duration.ofMillis(750);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private final String name;
    private final Kernel kernel;
    private final Reconciler reconciler;
    private final Map<String, Event> due = new TreeMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final int workers;
    private final TreeSet<String> waiting = new TreeSet<>();
    /** What is due but finds no worker, in the order in which it became due; the value says whether it is routine. */
    private final Map<String, Boolean> queued = new LinkedHashMap<>();

    private final TreeSet<String> triggered = new TreeSet<>();

    /** A loop with an empty queue, registered with the kernel under its name. */
    public ReconcileLoop(String name, Kernel kernel, Reconciler reconciler) {
        this(name, kernel, reconciler, Integer.MAX_VALUE);
    }

    /** The same with a number of workers; a run that waits keeps its worker. */
    public ReconcileLoop(String name, Kernel kernel, Reconciler reconciler, int workers) {
        this.workers = workers;
        this.name = name;
        this.kernel = kernel;
        this.reconciler = reconciler;
        kernel.register(name, event -> run(event.key()));
    }

    /** The same queue on a forked kernel. */
    public ReconcileLoop fork(Kernel forked, Reconciler copy) {
        ReconcileLoop loop = new ReconcileLoop(name, forked, copy, workers);
        loop.due.putAll(due);
        loop.failures.putAll(failures);
        loop.waiting.addAll(waiting);
        loop.queued.putAll(queued);
        loop.triggered.addAll(triggered);
        return loop;
    }

    /** Asks for a run as soon as possible. */
    public void enqueue(NamespacedName object) {
        String key = object.toString();
        if (queued.containsKey(key)) {
            queued.put(key, false);
            return;
        }
        if (!waiting.contains(key)) {
            schedule(key, Duration.ZERO, false);
            return;
        }
        triggered.add(key);
        if (reconciler.interrupts(object)) {
            schedule(key, Duration.ZERO, false);
        }
    }

    private void schedule(String key, Duration delay, boolean routine) {
        Event old = due.get(key);
        if (old != null) {
            if (!old.due().isAfter(kernel.now().plus(delay)) && (routine || !old.routine())) {
                return;
            }
            kernel.cancel(old);
        }
        due.put(key, routine ? kernel.scheduleRoutine(name, key, delay) : kernel.schedule(name, key, delay));
    }

    private void run(String key) {
        Event event = due.remove(key);
        if (!waiting.contains(key) && waiting.size() >= workers) {
            queued.put(key, event != null && event.routine());
            return;
        }
        NamespacedName object = NamespacedName.parse(key);
        finish(key, waiting.remove(key) ? reconciler.resume(object) : reconciler.reconcile(object));
        callNext();
    }

    private void callNext() {
        Iterator<Map.Entry<String, Boolean>> next = queued.entrySet().iterator();
        if (waiting.size() < workers && next.hasNext()) {
            Map.Entry<String, Boolean> first = next.next();
            next.remove();
            schedule(first.getKey(), Duration.ZERO, first.getValue());
        }
    }

    private void finish(String key, Result result) {
        if (result instanceof Result.Waiting wait) {
            waiting.add(key);
            schedule(key, wait.poll(), false);
            return;
        }
        if (result instanceof Result.Again || result instanceof Result.Failed) {
            int earlier = failures.merge(key, 1, Integer::sum) - 1;
            schedule(key, backoff(earlier), result instanceof Result.Failed);
        } else {
            failures.remove(key);
        }
        if (result instanceof Result.After after) {
            schedule(key, after.delay(), true);
        }
        if (triggered.remove(key)) {
            schedule(key, Duration.ZERO, false);
        }
    }

    private static Duration backoff(int earlierFailures) {
        if (earlierFailures > 20) {
            return LONGEST_DELAY;
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << earlierFailures);
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }
}
