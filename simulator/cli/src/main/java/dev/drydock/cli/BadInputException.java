package dev.drydock.cli;

/** What was given cannot be used; the message says what is wrong and what would be right. */
final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadInputException(String message) {
        super("error: " + message);
    }
}
