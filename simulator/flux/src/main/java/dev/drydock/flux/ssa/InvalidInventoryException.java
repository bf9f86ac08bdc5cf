package dev.drydock.flux.ssa;

import org.apiguardian.api.API;

/** An inventory or a reference that cannot be read; the message is that of Flux. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidInventoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with Flux' message. */
    public InvalidInventoryException(String message) {
        super(message);
    }
}
