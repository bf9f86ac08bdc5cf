package dev.drydock.kubernetes;

import org.apiguardian.api.API;

/** What happens to unknown and duplicate fields in a body. */
@API(status = API.Status.STABLE, since = "0.1")
public enum FieldValidation {
    /** They are dropped. */
    IGNORE,
    /** They are dropped with a warning; the server's default. */
    WARN,
    /** They are errors. */
    STRICT
}
