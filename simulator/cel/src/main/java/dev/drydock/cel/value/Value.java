package dev.drydock.cel.value;

import dev.drydock.cel.type.CelType;
import org.apiguardian.api.API;

/** A value of an expression; never null as a reference. An error is a value too, so that {@code ||} can absorb it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Value {

    /** The type that the value has at run time. */
    CelType type();
}
