package dev.drydock.yaml;

import org.apiguardian.api.API;

/** A JSON patch that cannot be applied; the message is that of the Go library. */
@API(status = API.Status.STABLE, since = "0.1")
public final class JsonPatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** An exception with the library's message. */
    public JsonPatchException(String message) {
        super(message);
    }
}
