package dev.drydock.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** What happened, in order: lines that explanations and pages read. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Trace {

    /**
     * One thing that happened.
     *
     * @param at simulated time
     * @param actor who did it: a user, a controller
     * @param subject what it was done to, such as {@code Kustomization/team-a/apps}
     * @param text what was done and what came of it
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Entry(Instant at, String actor, String subject, String text) {}

    private final List<Entry> entries;

    Trace(List<Entry> entries) {
        this.entries = new ArrayList<>(entries);
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    /** All entries so far, oldest first. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Number of entries so far; with {@link #since} this reads what one step did. */
    public int size() {
        return entries.size();
    }

    /** The entries from an index on. */
    public List<Entry> since(int index) {
        return List.copyOf(entries.subList(index, entries.size()));
    }
}
