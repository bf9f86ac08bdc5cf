package dev.drydock.flux.artifact;

import org.apiguardian.api.API;

/** A reference that cannot be resolved; the message is that of the controller. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with the controller's message. */
    public SourceException(String message) {
        super(message);
    }
}
