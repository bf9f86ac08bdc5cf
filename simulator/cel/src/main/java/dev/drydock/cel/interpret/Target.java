package dev.drydock.cel.interpret;

import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Overload;
import dev.drydock.cel.library.Overload.Body;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a call runs (cel-go, common/decls/decls.go, Bindings). */
interface Target {

    /** Whether an error among the arguments is the answer. */
    boolean strict();

    Value call(List<Value> arguments);

    /**
     * What a call of a function with that many arguments runs.
     *
     * @param overload the one form that the checker left, or empty
     * @throws ProgramException when no form takes that many
     */
    static Target of(@Nullable FunctionDeclaration function, String name, String overload, int arguments, long id) {
        if (function == null) {
            if (arguments == 0) {
                throw new ProgramException("no such overload: " + name + "()");
            }
            return new Unknown(arguments > 2 ? name + " " + id : name);
        }
        Body singleton = function.singleton();
        if (singleton != null) {
            int arity = function.overloads().get(0).parameters().size();
            requireArity(name, arity, arguments);
            return new Singleton(singleton);
        }
        @Nullable Overload form = overload.isEmpty() ? null : function.overload(overload);
        if (form == null && function.overloads().size() == 1) {
            form = function.overloads().get(0);
        }
        if (form != null && form.body() != null) {
            int arity = form.parameters().size();
            if (arity == 1 || arity == 2) {
                requireArity(name, arity, arguments);
            }
            return new Forms(name, List.of(form), function.guarded());
        }
        return new Forms(name, function.overloads(), function.guarded());
    }

    private static void requireArity(String name, int arity, int arguments) {
        if (arity != arguments) {
            String shown = switch (arguments) {
                case 0 -> "()";
                case 1 -> "(arg)";
                case 2 -> "(lhs, rhs)";
                default -> "(...)";
            };
            throw new ProgramException("no such overload: " + name + shown);
        }
    }

    /** A function that nobody declared; some values have methods that are not found either. */
    record Unknown(String shown) implements Target {
        @Override
        public boolean strict() {
            return true;
        }

        @Override
        public Value call(List<Value> arguments) {
            return Failure.unanswered(shown, arguments.get(0));
        }
    }

    /** One body for all forms. */
    record Singleton(Body body) implements Target {
        @Override
        public boolean strict() {
            return true;
        }

        @Override
        public Value call(List<Value> arguments) {
            return body.call(arguments);
        }
    }

    /** A function whose pattern is a constant: it looks at the values itself (cel-go, interpreter/decorators.go). */
    record OfPattern(Target matching) implements Target {
        @Override
        public boolean strict() {
            return true;
        }

        @Override
        public Value call(List<Value> arguments) {
            if (!(arguments.get(0) instanceof Scalar.Text)) {
                return Failure.noSuchOverload(arguments.get(0));
            }
            return arguments.size() > 2 && !(arguments.get(2) instanceof Scalar.Int)
                    ? Failure.noSuchOverload(arguments.get(2))
                    : matching.call(arguments);
        }
    }

    /** The first form that takes the values. */
    record Forms(String name, List<Overload> forms, boolean guarded) implements Target {
        @Override
        public boolean strict() {
            return forms.stream().allMatch(Overload::strict);
        }

        @Override
        public Value call(List<Value> arguments) {
            for (Overload form : forms) {
                Body body = form.body();
                if (body != null && Matching.fits(form, guarded, arguments)) {
                    return body.call(arguments);
                }
            }
            for (Value argument : arguments) {
                if (argument instanceof Failure) {
                    return argument;
                }
            }
            String types = arguments.stream()
                    .map(argument -> argument.type().runtimeName())
                    .collect(Collectors.joining(", "));
            return new Failure("no such overload: " + name + "(" + types + ")");
        }
    }
}
