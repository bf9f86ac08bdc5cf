package dev.drydock.flux.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a controller from flooding the cluster with events (client-go, tools/record/events_cache.go): events that differ in
 * their message alone become one after the ninth, and an object has so many events only.
 */
final class EventCorrelator {

    private static final String COMBINED = "(combined from similar events): ";

    /** The folder of a build has another name each time in reality, so that no two messages about it are the same. */
    private static final String TEMPORARY = "/tmp/kustomization-";

    private static final int MOST_SIMILAR = 10;
    private static final Duration SIMILAR_WITHIN = Duration.ofMinutes(10);
    private static final double BURST = 25;
    private static final double REFILL_SECONDS = 300;

    private final TreeMap<String, Similar> similar = new TreeMap<>();
    private final TreeMap<String, Bucket> buckets = new TreeMap<>();

    /** The messages of an object's events of a type and reason, and when the last of them came. */
    private record Similar(TreeSet<String> messages, Instant last) {}

    /** How many more events an object may have. */
    private record Bucket(double tokens, Instant since) {}

    /**
     * What is recorded.
     *
     * @param key events of the same key are one event that counts up
     * @param message how it reads
     */
    record Correlated(String key, String message) {}

    /** The event that stands for an event: itself, or the one that combines it with others. */
    Correlated correlate(String object, String type, String reason, String message, Instant now) {
        String group = object + "\n" + type + "\n" + reason;
        Similar known = similar.get(group);
        TreeSet<String> messages = new TreeSet<>();
        if (known != null && Duration.between(known.last(), now).compareTo(SIMILAR_WITHIN) <= 0) {
            messages.addAll(known.messages());
        }
        String told = message.contains(TEMPORARY) ? message + "\n" + now : message;
        messages.add(told);
        boolean combined = messages.size() >= MOST_SIMILAR;
        if (combined) {
            messages.pollFirst();
        }
        similar.put(group, new Similar(messages, now));
        return combined ? new Correlated(group, COMBINED + message) : new Correlated(group + "\n" + told, message);
    }

    /** Whether an object may have an event more; this one is taken off what it has left. */
    boolean admits(String object, Instant now) {
        @Nullable Bucket known = buckets.get(object);
        double tokens = known == null
                ? BURST
                : Math.min(
                        BURST,
                        known.tokens() + Duration.between(known.since(), now).toMillis() / 1000.0 / REFILL_SECONDS);
        boolean admitted = tokens >= 1;
        buckets.put(object, new Bucket(admitted ? tokens - 1 : tokens, now));
        return admitted;
    }

    /** A correlator that remembers what this one saw. */
    EventCorrelator copy() {
        EventCorrelator copy = new EventCorrelator();
        copy.similar.putAll(similar);
        copy.buckets.putAll(buckets);
        return copy;
    }
}
