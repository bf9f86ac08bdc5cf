package dev.drydock.conformance;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * How far Drydock agrees with the real system on a corpus.
 *
 * @param topics topic to its counts, sorted
 * @param differences the wrong answers, in the order of the corpus
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Agreement(Map<String, Count> topics, List<Difference> differences) {

    /**
     * Counts of one topic.
     *
     * @param right answers that are equal to the recorded ones
     * @param wrong answers that are not
     * @param notModelled honest gaps
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Count(int right, int wrong, int notModelled) {

        static final Count NONE = new Count(0, 0, 0);

        /** All questions. */
        public int total() {
            return right + wrong + notModelled;
        }

        Count plus(Count other) {
            return new Count(right + other.right, wrong + other.wrong, notModelled + other.notModelled);
        }
    }

    /**
     * A wrong answer.
     *
     * @param id of the question
     * @param text the first difference
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Difference(String id, String text) {}

    /** An agreement with copies of the collections. */
    public Agreement {
        topics = Collections.unmodifiableMap(new TreeMap<>(topics));
        differences = List.copyOf(differences);
    }

    /** The counts of all topics together. */
    public Count total() {
        return topics.values().stream().reduce(Count.NONE, Count::plus);
    }
}
