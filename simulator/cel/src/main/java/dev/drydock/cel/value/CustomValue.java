package dev.drydock.cel.value;

import org.apiguardian.api.API;

/** A value of a type that a library brings, as a quantity or a URL. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface CustomValue extends Value {

    /** Whether this equals another value, or the error that asking is. */
    Value equal(Value other);
}
