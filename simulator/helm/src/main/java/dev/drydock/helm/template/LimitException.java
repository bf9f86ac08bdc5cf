package dev.drydock.helm.template;

import org.apiguardian.api.API;

/** A template runs or prints more than is modelled. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LimitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception that says what is too much. */
    public LimitException(String message) {
        super(message);
    }
}
