package dev.drydock.kubernetes;

import java.util.Locale;
import org.apiguardian.api.API;

/** The verbs of requests for resources. */
@API(status = API.Status.STABLE, since = "0.1")
public enum Verb {
    /** Read one object. */
    GET,
    /** Read a collection. */
    LIST,
    /** Follow a collection. */
    WATCH,
    /** Make an object. */
    CREATE,
    /** Replace an object. */
    UPDATE,
    /** Change an object by a patch; server-side apply is one. */
    PATCH,
    /** Delete an object. */
    DELETE,
    /** Delete a collection. */
    DELETECOLLECTION;

    /** Whether it may change objects. */
    public boolean isWrite() {
        return this != GET && this != LIST && this != WATCH;
    }

    /** As rules and messages spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
