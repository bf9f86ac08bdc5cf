package dev.drydock.kubernetes.decode;

/** A value that does not fit its type; the message is the server's, without any prefix. */
public final class DecodingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A value that does not fit, in the server's words. */
    public DecodingException(String message) {
        super(message, null, false, false);
    }

    /** The server's words. */
    public String words() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
