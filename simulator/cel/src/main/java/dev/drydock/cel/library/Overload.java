package dev.drydock.cel.library;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Value;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One form of a function (cel-go, common/decls).
 *
 * @param id cel-go's name of the form, as {@code add_int64}; costs are looked up by it
 * @param member whether it is written {@code x.f(y)}; the target is then the first parameter
 * @param strict whether an error among the arguments is the answer without a call
 * @param body what it does; null where the interpreter or the function as a whole does it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Overload(
        String id,
        boolean member,
        List<CelType> parameters,
        CelType result,
        boolean strict,
        @Nullable Body body) {

    public Overload {
        parameters = List.copyOf(parameters);
    }

    /** What a function does. */
    @FunctionalInterface
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public interface Body {

        /** The value for these arguments, which fit the parameters; may be an error. */
        Value call(List<Value> arguments);
    }
}
