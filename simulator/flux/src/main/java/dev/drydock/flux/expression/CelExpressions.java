package dev.drydock.flux.expression;

import dev.drydock.cel.Compilation;
import dev.drydock.cel.Environment;
import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.check.Declarations;
import dev.drydock.cel.interpret.Evaluation;
import dev.drydock.cel.interpret.ProgramException;
import dev.drydock.cel.interpret.ProgramOptions;
import dev.drydock.cel.library.EncodersLibrary;
import dev.drydock.cel.library.OptionalLibrary;
import dev.drydock.cel.library.SetsLibrary;
import dev.drydock.cel.library.StandardLibrary;
import dev.drydock.cel.library.StringsLibrary;
import dev.drydock.cel.parse.Syntax;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.LimitException;
import dev.drydock.cel.value.NodeValues;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.ValueNodes;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import org.apiguardian.api.API;

/** The Common Expression Language with the environment that Flux gives it (fluxcd/pkg, runtime/cel/expression.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CelExpressions implements ExpressionEngine {

    /** Flux evaluates without a limit of cost; this is as much as the API server lets an expression cost. */
    private static final long MOST_STEPS = 1_000_000;

    /** Made when the first expression is read: most scenarios have none. */
    private static final class Shared {
        static final Environment ENVIRONMENT = Environment.of(
                new Syntax(true, false, false, false, false),
                Declarations.of(
                        List.of(
                                new StandardLibrary(),
                                new OptionalLibrary(),
                                StringsLibrary.latest(),
                                new SetsLibrary(),
                                new EncodersLibrary()),
                        true));
        static final ProgramOptions OPTIONS = new ProgramOptions(true, true, ProgramOptions.PLAIN.costs(), MOST_STEPS);
    }

    private static final CelType STRUCT = CelType.map(CelType.STRING, CelType.DYN);

    /** The engine; it has no state of its own. */
    public CelExpressions() {}

    @Override
    public Program parse(String expression) {
        return program(Shared.ENVIRONMENT, Shared.ENVIRONMENT.parse(expression));
    }

    @Override
    public Program compile(String expression, List<String> variables) {
        Environment environment = Shared.ENVIRONMENT;
        for (String variable : variables) {
            environment = environment.with(variable, STRUCT);
        }
        return program(environment, environment.compile(expression));
    }

    private static Program program(Environment environment, Compilation compilation) {
        Ast ast = compilation.ast();
        if (ast == null) {
            throw Failure.issues(compilation.errors());
        }
        try {
            return new Compiled(
                    ast.resultType().toString(),
                    dev.drydock.cel.interpret.Program.of(ast, environment.declarations(), Shared.OPTIONS));
        } catch (ProgramException e) {
            throw Failure.program(String.valueOf(e.getMessage()));
        }
    }

    private record Compiled(String outputType, dev.drydock.cel.interpret.Program program) implements Program {
        @Override
        public Node evaluate(MapNode variables) {
            Evaluation evaluation = run(variables);
            if (evaluation.cancelled()) {
                throw new NotModelledException("expressions that take more than " + MOST_STEPS + " steps");
            }
            if (evaluation.value() instanceof dev.drydock.cel.value.Failure failure) {
                throw Failure.evaluation(failure.message());
            }
            if (evaluation.value() instanceof Scalar) {
                return ValueNodes.of(evaluation.value());
            }
            // Flux asks for scalars only; any other value is none to it
            return ScalarNode.NULL;
        }

        private Evaluation run(MapNode variables) {
            try {
                return program.run(name -> {
                    Node node = variables.get(name);
                    return node == null ? null : NodeValues.of(node);
                });
            } catch (LimitException e) {
                throw new NotModelledException(String.valueOf(e.getMessage()));
            }
        }
    }
}
