package dev.drydock.scenario.run;

import dev.drydock.kernel.Event;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets time pass until a world is at rest.
 *
 * <p>At rest means: all pending work is routine (retries and intervals), and one round of it, tried on a fork, leaves every
 * object as it was but for times. Quiet means: no object took a state that it did not have before for so long, and no run
 * is in flight but retries; an object whose retries alternate between the same states is quiet.
 */
final class Settling {

    private static final int MOST_EVENTS = 100_000;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(30);

    private final Cluster cluster;
    private final Kernel kernel;
    private int events;

    Settling(Cluster cluster) {
        this.cluster = cluster;
        this.kernel = cluster.kernel();
    }

    /** Whether all pending work is routine and changes nothing. */
    static boolean isAtRest(Cluster cluster) {
        if (cluster.kernel().hasWork()) {
            return false;
        }
        Cluster trial = cluster.fork();
        Map<String, Node> before = new LinkedHashMap<>();
        Map<String, Node> after = new HashMap<>();
        trial.server().watch(event -> {
            if (!Essence.isFleeting(event.resource().groupResource())) {
                String key = key(event);
                before.putIfAbsent(key, essence(event.previous()));
                after.put(key, event.type() == WatchEvent.Type.DELETED ? ScalarNode.NULL : Essence.of(event.object()));
            }
        });
        new Settling(trial).round(Instant.MAX);
        return before.entrySet().stream().allMatch(entry -> entry.getValue().equals(after.get(entry.getKey())));
    }

    /** Runs what is due within a time, and lets the time pass. */
    void pass(Duration time) {
        Instant end = kernel.now().plus(time);
        while (nextIsBy(end)) {
            step();
        }
        advanceTo(end);
    }

    /** A copy of the world after all that is pending ran once, and what came of it within half an hour. */
    static Cluster afterOneRound(Cluster cluster) {
        Cluster trial = cluster.fork();
        Set<Event> round = new HashSet<>(trial.kernel().pending());
        Instant last = round.stream()
                .map(Event::due)
                .max(Instant::compareTo)
                .orElse(trial.kernel().now());
        new Settling(trial).round(last.plus(LONGEST_RUN));
        return trial;
    }

    /**
     * Runs until the world is at rest.
     *
     * @return whether it came to rest within the time
     */
    boolean toRest(Duration within) {
        Instant end = kernel.now().plus(within);
        while (true) {
            while (kernel.hasWork() && nextIsBy(end)) {
                step();
            }
            if (kernel.hasWork()) {
                advanceTo(end);
                return false;
            }
            if (isAtRest(cluster)) {
                return true;
            }
            Deque<Event> round = new ArrayDeque<>(kernel.pending());
            while (isPending(round) && nextIsBy(end)) {
                step();
            }
            if (isPending(round)) {
                advanceTo(end);
                return false;
            }
        }
    }

    /**
     * Runs until nothing changed for a while.
     *
     * @return whether that was within the time
     */
    boolean toQuiet(Duration quiet, Duration atLeast, Duration within, FluxStates states) {
        Instant start = kernel.now();
        Instant end = start.plus(within);
        Map<String, Set<Node>> seen = new HashMap<>();
        Instant[] lastChange = {start};
        boolean[] done = {false};
        cluster.server().watch(event -> {
            if (!done[0] && !Essence.isFleeting(event.resource().groupResource()) && isNew(event, seen)) {
                lastChange[0] = kernel.now();
            }
        });
        while (true) {
            Instant stop = later(lastChange[0].plus(quiet), start.plus(atLeast));
            Instant limit = stop.isAfter(end) ? end : stop;
            if (nextIsBy(limit) || (limit.isBefore(end) && states.isMoving() && nextIsBy(end))) {
                step();
            } else {
                advanceTo(states.isMoving() ? end : limit);
                done[0] = true;
                return !stop.isAfter(end) && !states.isMoving();
            }
        }
    }

    private static boolean isNew(WatchEvent event, Map<String, Set<Node>> seen) {
        Set<Node> states = seen.computeIfAbsent(key(event), key -> {
            Set<Node> first = new HashSet<>();
            first.add(essence(event.previous()));
            return first;
        });
        return states.add(event.type() == WatchEvent.Type.DELETED ? ScalarNode.NULL : Essence.of(event.object()));
    }

    private static Node essence(@Nullable MapNode object) {
        return object == null ? ScalarNode.NULL : Essence.of(object);
    }

    private static String key(WatchEvent event) {
        return event.resource().groupResource() + " " + event.object().findString("metadata", "namespace") + "/"
                + event.object().findString("metadata", "name");
    }

    /**
     * Runs everything that is pending now once, and the work that comes of it. Retries of what ran already are taken back:
     * they would be tried hundreds of times before an interval of an hour ends.
     */
    private void round(Instant end) {
        Set<Event> round = new HashSet<>(kernel.pending());
        for (Event next = nextEvent(); next != null && !next.due().isAfter(end); next = nextEvent()) {
            if (next.routine() && !round.contains(next)) {
                kernel.cancel(next);
            } else {
                step();
            }
        }
    }

    private @Nullable Event nextEvent() {
        return kernel.next().orElse(null);
    }

    /** Whether any of these events is still to run; those in front that are not are dropped. */
    private boolean isPending(Deque<Event> round) {
        while (!round.isEmpty() && !kernel.isPending(round.getFirst())) {
            round.removeFirst();
        }
        return !round.isEmpty();
    }

    private boolean nextIsBy(Instant time) {
        return kernel.next().map(event -> !event.due().isAfter(time)).orElse(false);
    }

    private void step() {
        Event event = kernel.step().orElseThrow();
        if (++events > MOST_EVENTS) {
            throw new NotModelledException(
                    "more than " + MOST_EVENTS + " events in one operation; the last was " + event.handler()
                            + " at work on " + event.key() + ", longer intervals or shorter times need fewer");
        }
    }

    private void advanceTo(Instant time) {
        if (time.isAfter(kernel.now())) {
            kernel.advance(Duration.between(kernel.now(), time));
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
