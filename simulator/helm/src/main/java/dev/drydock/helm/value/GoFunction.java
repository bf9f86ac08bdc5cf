package dev.drydock.helm.value;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A function or method with the types that the template engine checks arguments against.
 *
 * @param parameters types of the parameters; of a variadic function the last may come any number of times
 * @param variadic whether the last parameter is variadic
 * @param body what it does
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record GoFunction(List<GoType> parameters, boolean variadic, Body body) {

    /** Copies the list. */
    public GoFunction {
        parameters = List.copyOf(parameters);
    }

    /** What a function does with its arguments, one for each argument given. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    @FunctionalInterface
    public interface Body {

        /**
         * The result.
         *
         * @throws GoException when the function returns an error or panics
         */
        @Nullable
        Object call(Arguments arguments);
    }

    /** A function of fixed parameters. */
    public static GoFunction of(Body body, GoType... parameters) {
        return new GoFunction(List.of(parameters), false, body);
    }

    /** A function whose last parameter is variadic. */
    public static GoFunction variadic(Body body, GoType... parameters) {
        return new GoFunction(List.of(parameters), true, body);
    }
}
