package dev.drydock.kubernetes;

import org.apiguardian.api.API;

/** An answer would rest on a feature that is not modelled; the message names the feature. Never guessed instead. */
@API(status = API.Status.STABLE, since = "0.1")
public final class NotModelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception that names the feature. */
    public NotModelledException(String feature) {
        super(feature);
    }
}
