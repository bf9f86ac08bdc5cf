package dev.drydock.cel.interpret;

import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.check.Declarations;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Value;
import org.apiguardian.api.API;

/**
 * An expression that is ready to run, any number of times.
 *
 * <pre>{@code
 * Program program = Program.of(ast, environment.declarations(), ProgramOptions.PLAIN);
 * Evaluation evaluation = program.run(Variables.of(Map.of("self", NodeValues.of(object))));
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Program {

    private final Step step;
    private final ProgramOptions options;

    private Program(Step step, ProgramOptions options) {
        this.step = step;
        this.options = options;
    }

    /**
     * Makes a program of an expression, checked or not.
     *
     * @throws ProgramException when that cannot be
     */
    public static Program of(Ast ast, Declarations declarations, ProgramOptions options) {
        return of(ast, declarations, options, ObjectFactory.NONE);
    }

    /**
     * Makes a program of an expression that may write out objects.
     *
     * @throws ProgramException when that cannot be
     */
    public static Program of(Ast ast, Declarations declarations, ProgramOptions options, ObjectFactory objects) {
        return new Program(new Planner(ast, declarations, options, objects).plan(ast.expression()), options);
    }

    /**
     * Runs the expression within the limit of its options.
     *
     * @throws dev.drydock.cel.value.LimitException when it makes larger values than are modelled
     */
    public Evaluation run(Variables variables) {
        return run(variables, options.limit());
    }

    /**
     * Runs the expression within a limit of its own.
     *
     * @throws dev.drydock.cel.value.LimitException when it makes larger values than are modelled
     */
    public Evaluation run(Variables variables, long limit) {
        Meter meter = new Meter(options.within(limit));
        try {
            Value value = step.eval(new Frame.Root(variables, meter));
            return new Evaluation(value, meter.cost(), false);
        } catch (Meter.Exceeded e) {
            return new Evaluation(new Failure(String.valueOf(e.getMessage())), meter.cost(), true);
        }
    }
}
