package dev.drydock.flux.status;

import org.apiguardian.api.API;

/** The statuses of kstatus, spelled as they are printed. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum HealthStatus {
    /** The controller of the object is still at work. */
    IN_PROGRESS("InProgress"),
    /** The controller of the object met an error. */
    FAILED("Failed"),
    /** The object is as desired. */
    CURRENT("Current"),
    /** The object is being deleted. */
    TERMINATING("Terminating"),
    /** The object does not exist. */
    NOT_FOUND("NotFound"),
    /** The status could not be found out. */
    UNKNOWN("Unknown");

    private final String word;

    HealthStatus(String word) {
        this.word = word;
    }

    /** The word in messages. */
    @Override
    public String toString() {
        return word;
    }
}
