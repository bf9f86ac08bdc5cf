package dev.drydock.kubernetes;

import org.apiguardian.api.API;

/** A kind that discovery does not know; the message is that of the client's REST mapper. */
@API(status = API.Status.STABLE, since = "0.1")
public final class NoMatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** {@code no matches for kind "Widget" in version "example.com/v1"}. */
    public NoMatchException(GroupVersionKind kind) {
        super("no matches for kind \"" + kind.kind() + "\" in version \"" + kind.apiVersion() + "\"");
    }
}
