package dev.drydock.flux.substitution;

import org.apiguardian.api.API;

/** A template that cannot be read or expanded, or variables that cannot be had; the message is that of Flux. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SubstitutionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean panic;

    SubstitutionException(String message) {
        this(message, false);
    }

    private SubstitutionException(String message, boolean panic) {
        super(message);
        this.panic = panic;
    }

    static SubstitutionException panic(String message) {
        return new SubstitutionException(message, true);
    }

    SubstitutionException wrapped(String prefix) {
        return panic ? this : new SubstitutionException(prefix + getMessage());
    }

    /** Whether the real code panics here; the controller recovers and retries with back-off. */
    public boolean isPanic() {
        return panic;
    }
}
