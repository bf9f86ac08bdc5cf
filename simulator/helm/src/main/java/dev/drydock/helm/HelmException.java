package dev.drydock.helm;

import org.apiguardian.api.API;

/** Helm refuses a chart, values or a template; the message is Helm's own, to the letter. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class HelmException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with Helm's message. */
    public HelmException(String message) {
        super(message);
    }

    /** Helm's message. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
