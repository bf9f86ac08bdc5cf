package dev.drydock.flux.ssa;

import org.apiguardian.api.API;

/** An ignore rule that cannot be compiled or applied; the message is that of Flux. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class IgnoreRuleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with Flux' message. */
    public IgnoreRuleException(String message) {
        super(message);
    }
}
