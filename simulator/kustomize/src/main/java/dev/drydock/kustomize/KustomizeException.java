package dev.drydock.kustomize;

import dev.drydock.yaml.Location;
import org.apiguardian.api.API;

/**
 * A build that failed, with the message that kustomize prints.
 *
 * <p>Where kustomize has no position, {@link #location()} may still know one; it never is part of the message.
 */
@API(status = API.Status.STABLE, since = "0.1")
public class KustomizeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String message;
    private final transient Location location;

    /** A failure without a position. */
    public KustomizeException(String message) {
        this(message, Location.NONE);
    }

    /** A failure at a place of a file. */
    public KustomizeException(String message, Location location) {
        super(message);
        this.message = message;
        this.location = location;
    }

    /** The message that kustomize prints. */
    @Override
    public final String getMessage() {
        return message;
    }

    /** Where the cause stands, or {@link Location#NONE}. */
    public final Location location() {
        return location;
    }

    /** The same failure with {@code prefix: } in front, as Go wraps errors. */
    public KustomizeException prefixed(String prefix) {
        return new KustomizeException(prefix + ": " + getMessage(), location);
    }
}
