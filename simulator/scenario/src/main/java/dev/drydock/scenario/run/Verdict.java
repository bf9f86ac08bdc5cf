package dev.drydock.scenario.run;

import org.apiguardian.api.API;

/** What came of a check, a step or a scenario; the worse of two comes later. */
@API(status = API.Status.STABLE, since = "0.1")
public enum Verdict {
    /** There was nothing to judge. */
    NO_ASSERTION("no assertion"),
    /** All held. */
    HELD("held"),
    /** Something did not hold that is known not to hold yet. */
    KNOWN_DIFFERENCE("known difference"),
    /** Something did not hold. */
    FAILED("failed"),
    /** Something could not be judged: it rests on what is not modelled. */
    NOT_JUDGED("not judged");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** The worse of two. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** In words, as reports have it. */
    @Override
    public String toString() {
        return words;
    }
}
