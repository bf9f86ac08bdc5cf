package dev.drydock.yaml;

import org.apiguardian.api.API;

/** A text that is no duration; the message is Go's. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class InvalidDurationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with Go's message. */
    public InvalidDurationException(String message) {
        super(message);
    }
}
