package dev.drydock.flux.sops;

/** Something encrypted cannot be opened, in the words of sops. */
public final class SopsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SopsException(String message) {
        super(message, null, false, false);
    }

    /** The same with words in front. */
    public SopsException prefixed(String prefix) {
        return new SopsException(prefix + ": " + getMessage());
    }
}
