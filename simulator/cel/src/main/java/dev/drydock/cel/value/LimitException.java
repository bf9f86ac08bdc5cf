package dev.drydock.cel.value;

import org.apiguardian.api.API;

/**
 * An expression makes larger values than are modelled. The real engine has no such limit: it would go on until its cost or its
 * memory ends.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LimitException extends RuntimeException {

    /** What one evaluation may make together: characters of texts and elements of lists. */
    public static final int LARGEST = 10_000_000;

    private static final long serialVersionUID = 1;

    private LimitException() {
        super("expressions that make values of more than " + LARGEST + " characters or elements");
    }

    /** Refuses a size above the largest. */
    public static void check(long size) {
        if (size > LARGEST) {
            throw new LimitException();
        }
    }
}
