package dev.drydock.cel.library;

import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.lenient;
import static dev.drydock.cel.library.Forms.singleton;
import static dev.drydock.cel.library.Forms.unary;
import static dev.drydock.cel.library.StandardTypes.A;
import static dev.drydock.cel.type.CelType.BOOL;

import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.Set;

/** Logic and equality; the interpreter does most of it itself, because it stops early and absorbs errors. */
final class LogicFunctions implements Library {

    @Override
    public Set<String> names() {
        return Set.of("_?_:_", "_&&_", "_||_", "!_", "@not_strictly_false", "_==_", "_!=_");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function("_?_:_", lenient("conditional", List.of(BOOL, A, A), A, null)),
                function("_&&_", lenient("logical_and", List.of(BOOL, BOOL), BOOL, null)),
                function("_||_", lenient("logical_or", List.of(BOOL, BOOL), BOOL, null)),
                singleton("!_", unary(LogicFunctions::not), form("logical_not", List.of(BOOL), BOOL)),
                function(
                        "@not_strictly_false",
                        lenient("not_strictly_false", List.of(BOOL), BOOL, unary(LogicFunctions::notStrictlyFalse))),
                function("_==_", form("equals", List.of(A, A), BOOL)),
                function("_!=_", form("not_equals", List.of(A, A), BOOL)));
    }

    private static Value not(Value value) {
        return value instanceof Scalar.Bool bool ? Scalar.of(!bool.value()) : Failure.noSuchOverload(value);
    }

    private static Value notStrictlyFalse(Value value) {
        return value instanceof Scalar.Bool ? value : Scalar.TRUE;
    }
}
