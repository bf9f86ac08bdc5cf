package dev.drydock.flux.status;

import org.apiguardian.api.API;

/** An object whose status cannot be computed, because a field has an unexpected type; the message is kstatus'. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MalformedObjectException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean panic;

    MalformedObjectException(String message) {
        this(message, false);
    }

    private MalformedObjectException(String message, boolean panic) {
        super(message);
        this.panic = panic;
    }

    static MalformedObjectException panic(String message) {
        return new MalformedObjectException(message, true);
    }

    /** Whether the real code panics here; the controller recovers and retries. */
    public boolean isPanic() {
        return panic;
    }
}
