package dev.drydock.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apiguardian.api.API;

/**
 * Time, order and identity of one simulated world.
 *
 * <p>Handlers register under a name; whoever has work for later schedules an {@link Event} that names the handler. Time
 * stands still while a handler runs and jumps to the next event afterwards. Events that are due at the same time run in the
 * order of scheduling, or in an order that the {@link Seed} decides. Not safe for use by several threads.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Kernel {

    /** When every world begins. */
    public static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final Seed seed;
    private final Trace trace;
    private final Map<String, EventHandler> handlers = new TreeMap<>();
    private final TreeSet<Event> queue = new TreeSet<>();
    private Instant now;
    private int work;
    private long scheduled;
    private long ids;

    /** A world at its beginning. */
    public Kernel(Seed seed) {
        this.seed = seed;
        this.trace = new Trace(List.of());
        this.now = EPOCH;
    }

    private Kernel(Kernel origin) {
        this.seed = origin.seed;
        this.trace = new Trace(origin.trace.entries());
        this.queue.addAll(origin.queue);
        this.now = origin.now;
        this.work = origin.work;
        this.scheduled = origin.scheduled;
        this.ids = origin.ids;
    }

    /** A copy of time, pending events, ids and trace; handlers must be registered again under the same names. */
    public Kernel fork() {
        return new Kernel(this);
    }

    /** The seed. */
    public Seed seed() {
        return seed;
    }

    /** The simulated time. */
    public Instant now() {
        return now;
    }

    /** What happened so far. */
    public Trace trace() {
        return trace;
    }

    /** Adds a line to the trace. */
    public void record(String actor, String subject, String text) {
        trace.add(new Trace.Entry(now, actor, subject, text));
    }

    /** Registers the handler of a name; a second registration replaces the first. */
    public void register(String handler, EventHandler action) {
        handlers.put(handler, action);
    }

    /** Schedules work that may change the world. */
    public Event schedule(String handler, String key, Duration delay) {
        return schedule(handler, key, delay, false);
    }

    /** Schedules a retry or an interval. */
    public Event scheduleRoutine(String handler, String key, Duration delay) {
        return schedule(handler, key, delay, true);
    }

    private Event schedule(String handler, String key, Duration delay, boolean routine) {
        long number = scheduled++;
        long rank = seed.isDefault() ? number : seed.number("event#" + number);
        Event event =
                new Event(now.plus(delay.isNegative() ? Duration.ZERO : delay), rank, number, handler, key, routine);
        queue.add(event);
        work += routine ? 0 : 1;
        return event;
    }

    /** Takes an event back; nothing happens when it ran already. */
    public void cancel(Event event) {
        if (queue.remove(event)) {
            work -= event.routine() ? 0 : 1;
        }
    }

    /** Whether an event has neither run nor been taken back. */
    public boolean isPending(Event event) {
        return queue.contains(event);
    }

    /** Whether any pending event is more than a retry or an interval. */
    public boolean hasWork() {
        return work > 0;
    }

    /** The pending events in the order in which they will run. */
    public List<Event> pending() {
        return List.copyOf(queue);
    }

    /** The next event, if any. */
    public Optional<Event> next() {
        return queue.isEmpty() ? Optional.empty() : Optional.of(queue.first());
    }

    /**
     * Runs the next event: time jumps to it.
     *
     * @return the event that ran, or empty when none is pending
     * @throws IllegalStateException when its handler is not registered
     */
    public Optional<Event> step() {
        Event event = queue.pollFirst();
        if (event == null) {
            return Optional.empty();
        }
        work -= event.routine() ? 0 : 1;
        if (event.due().isAfter(now)) {
            now = event.due();
        }
        EventHandler handler = handlers.get(event.handler());
        if (handler == null) {
            throw new IllegalStateException("no handler is registered as " + event.handler());
        }
        handler.handle(event);
        return Optional.of(event);
    }

    /** Runs every event that is due within a duration, then sets the time to its end. */
    public void advance(Duration duration) {
        Instant end = now.plus(duration);
        while (!queue.isEmpty() && !queue.first().due().isAfter(end)) {
            step();
        }
        now = end;
    }

    /** A new unique id in the form of a UUID; the same world and seed give the same ids. */
    public String newUid() {
        return UUID.nameUUIDFromBytes(("drydock-" + seed.value() + "-" + ids++).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A generated name ending as the API server makes them: {@code length} characters of its alphabet. */
    public String newSuffix(int length) {
        String alphabet = "bcdfghjklmnpqrstvwxz2456789";
        long number = seed.number("suffix#" + ids++);
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < length; i++) {
            suffix.append(alphabet.charAt((int) Long.remainderUnsigned(number, alphabet.length())));
            number = Long.divideUnsigned(number, alphabet.length());
        }
        return suffix.toString();
    }
}
