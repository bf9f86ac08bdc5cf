package dev.drydock.cel.value;

import dev.drydock.cel.type.CelType;
import org.apiguardian.api.API;

/** A type as a value; it is known by its name, without parameters. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TypeValue(CelType of) implements Value {

    @Override
    public CelType type() {
        return CelType.TYPE;
    }

    /** The name of the type. */
    public String name() {
        return of.runtimeName();
    }
}
