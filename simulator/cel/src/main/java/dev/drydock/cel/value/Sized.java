package dev.drydock.cel.value;

import org.apiguardian.api.API;

/** A custom value that tells a size to the cost tracker. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Sized extends Value {

    /** The size in units of the cost model. */
    long size();
}
