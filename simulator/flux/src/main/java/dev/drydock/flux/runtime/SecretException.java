package dev.drydock.flux.runtime;

/** Why a Secret cannot be used, in the words of the controllers. */
public final class SecretException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with these words. */
    public SecretException(String message) {
        super(message, null, false, false);
    }

    /** The words. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
