package dev.drydock.helm.semver;

import org.apiguardian.api.API;

/** A text that is no version or no range; the message is that of Masterminds/semver. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidVersionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with the library's message. */
    public InvalidVersionException(String message) {
        super(message);
    }
}
