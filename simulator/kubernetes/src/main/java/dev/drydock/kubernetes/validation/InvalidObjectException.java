package dev.drydock.kubernetes.validation;

import org.apiguardian.api.API;

/** Ends a write before its object is checked: something that it asks for is not to be had. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidObjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FieldErrors errors;

    /** The exception for these errors. */
    public InvalidObjectException(FieldErrors errors) {
        super(errors.message(), null, false, false);
        this.errors = errors;
    }

    /** What is wrong. */
    public FieldErrors errors() {
        return errors;
    }
}
