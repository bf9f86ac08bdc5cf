package dev.drydock.cel.library;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Value;
import java.util.List;
import org.apiguardian.api.API;

/**
 * One form of a function (cel-go, common/decls).
 *
 * @param id cel-go's name of the form, as {@code add_int64}; costs are looked up by it
 * @param member whether it is written {@code x.f(y)}; the target is then the first parameter
 * @param body what it does; not called with errors among the arguments unless {@code strict} is false
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Overload(String id, boolean member, List<CelType> parameters, CelType result, boolean strict, Body body) {

    /** What a function does. */
    @FunctionalInterface
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public interface Body {

        /** The value for these arguments, which fit the parameters; may be an error. */
        Value call(List<Value> arguments);
    }
}
