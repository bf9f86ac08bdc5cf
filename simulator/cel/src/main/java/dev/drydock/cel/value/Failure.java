package dev.drydock.cel.value;

import dev.drydock.cel.type.CelType;
import org.apiguardian.api.API;

/** An error as a value (cel-go, common/types/err.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Failure(String message) implements Value {

    private static final Failure NO_SUCH_OVERLOAD = new Failure("no such overload");

    /** A value that no form of a function takes; an error stays what it is. */
    public static Failure noSuchOverload(Value value) {
        return value instanceof Failure failure ? failure : NO_SUCH_OVERLOAD;
    }

    /** Arguments that no form of a function takes. */
    public static Failure noSuchOverload() {
        return NO_SUCH_OVERLOAD;
    }

    /**
     * What is said of a first argument whose type lacks what a function needs (cel-go, interpreter/interpretable.go): texts and
     * times are asked themselves and do not know the function either.
     *
     * @param function the function as the message names it
     */
    public static Failure unanswered(String function, Value first) {
        if (first instanceof Failure failure) {
            return failure;
        }
        boolean receives =
                first instanceof Scalar.Text || first instanceof TimestampValue || first instanceof DurationValue;
        return receives ? NO_SUCH_OVERLOAD : new Failure("no such overload: " + function);
    }

    /** A conversion that a type does not have. */
    static Failure conversion(CelType from, CelType to) {
        return new Failure("type conversion error from '" + from.runtimeName() + "' to '" + to.runtimeName() + "'");
    }

    @Override
    public CelType type() {
        return CelType.ERROR;
    }
}
