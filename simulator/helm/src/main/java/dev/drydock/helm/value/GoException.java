package dev.drydock.helm.value;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An error of Go: a message, and the error that it wraps. */
@API(status = API.Status.INTERNAL, since = "0.1")
public class GoException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What Go says when a function looks into nil. */
    public static final String NIL = "runtime error: invalid memory address or nil pointer dereference";

    private final transient @Nullable GoException wrapped;

    /** An error that wraps nothing. */
    public GoException(String message) {
        this(message, null);
    }

    /** An error that wraps another; the message already has its words. */
    public GoException(String message, @Nullable GoException wrapped) {
        super(message, wrapped, false, false);
        this.wrapped = wrapped;
    }

    /** The panic of looking into nil. */
    public static GoException nil() {
        return new GoException(NIL);
    }

    /** The error's text. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The error below this one, or null. */
    public @Nullable GoException wrapped() {
        return wrapped;
    }
}
