package dev.drydock.flux.generator;

import org.apiguardian.api.API;

/** A kustomization file that cannot be found, written or merged; the message is that of Flux. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class GeneratorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with Flux' message. */
    public GeneratorException(String message) {
        super(message);
    }
}
