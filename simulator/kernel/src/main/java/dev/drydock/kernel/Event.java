package dev.drydock.kernel;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * Work that is due at a simulated time. An event is data, so that a world with pending events can be copied: it names the
 * handler and what the handler is to look at.
 *
 * @param due when it is due
 * @param rank decides between events that are due at the same time
 * @param number order of scheduling, unique
 * @param handler name under which the handler is registered
 * @param key what the handler is to look at, such as {@code namespace/name}
 * @param routine whether this is a retry or an interval, which changes nothing in a world at rest
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Event(Instant due, long rank, long number, String handler, String key, boolean routine)
        implements Comparable<Event> {

    @Override
    public int compareTo(Event other) {
        int byTime = due.compareTo(other.due);
        if (byTime != 0) {
            return byTime;
        }
        int byRank = Long.compare(rank, other.rank);
        return byRank != 0 ? byRank : Long.compare(number, other.number);
    }
}
