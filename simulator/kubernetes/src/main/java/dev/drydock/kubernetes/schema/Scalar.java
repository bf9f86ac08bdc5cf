package dev.drydock.kubernetes.schema;

import org.apiguardian.api.API;

/** What a scalar may hold. */
@API(status = API.Status.STABLE, since = "0.1")
public enum Scalar {
    /** An integer or floating-point number. */
    NUMERIC,
    /** A string. */
    STRING,
    /** A boolean. */
    BOOLEAN,
    /** Any of them; also strings with a format, quantities and int-or-string. */
    UNTYPED
}
