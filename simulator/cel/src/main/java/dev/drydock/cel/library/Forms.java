package dev.drydock.cel.library;

import dev.drydock.cel.library.Overload.Body;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Short words for tables of declarations. */
final class Forms {

    private Forms() {}

    static FunctionDeclaration function(String name, Overload... forms) {
        return new FunctionDeclaration(name, List.of(forms));
    }

    /** A function that does the same for all forms. */
    static FunctionDeclaration singleton(String name, Body body, Overload... forms) {
        return new FunctionDeclaration(name, List.of(forms), body, true, true);
    }

    /** A function that checks its arguments itself. */
    static FunctionDeclaration unguarded(String name, Overload... forms) {
        return new FunctionDeclaration(name, List.of(forms), null, false, true);
    }

    static Overload form(String id, List<CelType> parameters, CelType result) {
        return new Overload(id, false, parameters, result, true, null);
    }

    static Overload form(String id, List<CelType> parameters, CelType result, @Nullable Body body) {
        return new Overload(id, false, parameters, result, true, body);
    }

    static Overload member(String id, List<CelType> parameters, CelType result) {
        return new Overload(id, true, parameters, result, true, null);
    }

    static Overload member(String id, List<CelType> parameters, CelType result, @Nullable Body body) {
        return new Overload(id, true, parameters, result, true, body);
    }

    static Overload lenient(String id, List<CelType> parameters, CelType result, @Nullable Body body) {
        return new Overload(id, false, parameters, result, false, body);
    }

    static Body unary(UnaryOperator<Value> body) {
        return arguments -> body.apply(arguments.get(0));
    }

    static Body binary(BinaryOperator<Value> body) {
        return arguments -> body.apply(arguments.get(0), arguments.get(1));
    }
}
