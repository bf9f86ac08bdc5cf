package dev.drydock.kubernetes.selector;

import org.apiguardian.api.API;

/** A selector that cannot be read; the message is that of the library which reads it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidSelectorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with the library's message. */
    public InvalidSelectorException(String message) {
        super(message);
    }
}
