package dev.drydock.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Works on independent items on all processors and hands out the results in the order of the items, so that nobody sees that
 * they ran side by side.
 *
 * @param <R> what the work on an item gives
 */
final class SideBySide<R> implements AutoCloseable {

    private final ExecutorService threads;
    private final Deque<Future<R>> pending = new ArrayDeque<>();

    /** Begins the work on all items. */
    <T> SideBySide(List<T> items, Function<T, R> work) {
        int processors = Runtime.getRuntime().availableProcessors();
        threads = Executors.newFixedThreadPool(Math.max(1, Math.min(processors, items.size())), SideBySide::thread);
        items.forEach(item -> pending.add(threads.submit(() -> work.apply(item))));
    }

    /** Begins work ahead of those who need what it makes; should it fail, they will meet the same failure. */
    static void begin(Runnable work) {
        thread(new FutureTask<>(work, null)).start();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "drydock");
        thread.setDaemon(true);
        return thread;
    }

    /** The result for the next item; waits for it. Throws what the work threw. */
    R next() {
        try {
            return pending.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException mistake) {
                throw mistake;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Gives up what is not done yet. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
