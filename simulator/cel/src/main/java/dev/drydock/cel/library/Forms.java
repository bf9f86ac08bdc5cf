package dev.drydock.cel.library;

import dev.drydock.cel.library.Overload.Body;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Short words for tables of declarations. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Forms {

    private Forms() {}

    /** A function whose forms each have a body. */
    public static FunctionDeclaration function(String name, Overload... forms) {
        return new FunctionDeclaration(name, List.of(forms));
    }

    /** A function that does the same for all forms. */
    public static FunctionDeclaration singleton(String name, Body body, Overload... forms) {
        return new FunctionDeclaration(name, List.of(forms), body, true, true);
    }

    /** A function that checks its arguments itself. */
    public static FunctionDeclaration unguarded(String name, Overload... forms) {
        return new FunctionDeclaration(name, List.of(forms), null, false, true);
    }

    /** A form whose body is the function's. */
    public static Overload form(String id, List<CelType> parameters, CelType result) {
        return new Overload(id, false, parameters, result, true, null);
    }

    /** A form that is called {@code f(x)}. */
    public static Overload form(String id, List<CelType> parameters, CelType result, @Nullable Body body) {
        return new Overload(id, false, parameters, result, true, body);
    }

    /** A member form whose body is the function's. */
    public static Overload member(String id, List<CelType> parameters, CelType result) {
        return new Overload(id, true, parameters, result, true, null);
    }

    /** A form that is called {@code x.f()}. */
    public static Overload member(String id, List<CelType> parameters, CelType result, @Nullable Body body) {
        return new Overload(id, true, parameters, result, true, body);
    }

    /** A form that is called with errors too. */
    public static Overload lenient(String id, List<CelType> parameters, CelType result, @Nullable Body body) {
        return new Overload(id, false, parameters, result, false, body);
    }

    /** A body with one argument. */
    public static Body unary(UnaryOperator<Value> body) {
        return arguments -> body.apply(arguments.get(0));
    }

    /** A body with two arguments. */
    public static Body binary(BinaryOperator<Value> body) {
        return arguments -> body.apply(arguments.get(0), arguments.get(1));
    }
}
