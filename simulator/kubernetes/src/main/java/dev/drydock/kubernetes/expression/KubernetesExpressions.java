package dev.drydock.kubernetes.expression;

import dev.drydock.cel.Environment;
import dev.drydock.cel.KubernetesEnvironment;
import dev.drydock.cel.interpret.ProgramOptions;

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
}
