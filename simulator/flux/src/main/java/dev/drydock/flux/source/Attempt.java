package dev.drydock.flux.source;

import dev.drydock.flux.timing.SourceResult.Failure;
import dev.drydock.flux.timing.SourceResult.Outcome;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the part of a run that is particular to a kind ended.
 *
 * @param object the source with its changed conditions and status
 * @param outcome how it ended
 * @param failure the error, or null
 * @param eventReason reason of the event about the error, empty for none
 * @param news an event of a success, or null
 */
record Attempt(
        MapNode object,
        Outcome outcome,
        @Nullable Failure failure,
        String eventReason,
        @Nullable News news) {

    /** An event of a success: its reason and message. */
    record News(String reason, String message) {}

    static Attempt succeeded(MapNode object, @Nullable News news) {
        return new Attempt(object, Outcome.SUCCESS, null, "", news);
    }

    static Attempt failed(MapNode object, Failure failure, String reason) {
        return new Attempt(object, Outcome.EMPTY, failure, reason, null);
    }

    /** A run that begins again at once, without an error. */
    static Attempt again(MapNode object) {
        return new Attempt(object, Outcome.REQUEUE, null, "", null);
    }

    static Attempt waiting(MapNode object, String message, Duration delay, String reason) {
        return failed(object, new dev.drydock.flux.timing.SourceResult.Waiting(message, delay), reason);
    }
}
