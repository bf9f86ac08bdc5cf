package dev.drydock.kubernetes.expression;

import dev.drydock.cel.Environment;
import dev.drydock.cel.KubernetesEnvironment;
import dev.drydock.cel.interpret.Evaluation;
import dev.drydock.cel.interpret.Program;
import dev.drydock.cel.interpret.ProgramOptions;
import dev.drydock.cel.interpret.Variables;
import dev.drydock.cel.value.LimitException;
import dev.drydock.kubernetes.NotModelledException;

/** The environment of expressions in the objects of a cluster, with everything that Kubernetes 1.36 offers. */
public final class KubernetesExpressions {

    /** No expression may cost more than this at run time (apiserver, pkg/apis/cel/config.go). */
    private static final long PER_CALL = 1_000_000;

    /** How programs are made: constants are computed beforehand, and asking for a field's presence costs nothing. */
    public static final ProgramOptions OPTIONS = new ProgramOptions(true, false, new RuntimeCosts(), PER_CALL);

    /** Made when the first expression is read: most clusters have none. */
    private static final class Shared {
        static final Environment ENVIRONMENT = KubernetesEnvironment.base()
                .with(new QuantityLibrary())
                .with(new FormatLibrary())
                .with(new AuthorizerLibrary());
    }

    private KubernetesExpressions() {}

    /** The environment without variables. */
    public static Environment environment() {
        return Shared.ENVIRONMENT;
    }

    /**
     * Runs a program.
     *
     * @throws NotModelledException when it makes larger values than are modelled
     */
    public static Evaluation run(Program program, Variables variables) {
        try {
            return program.run(variables);
        } catch (LimitException e) {
            throw new NotModelledException(String.valueOf(e.getMessage()));
        }
    }
}
