package dev.drydock.flux.kustomization;

import dev.drydock.kubernetes.runtime.Result;

/** Ends a run early: what to show and when to look again. */
final class Exit extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Run run;
    private final transient Result result;

    Exit(Run run, Result result) {
        super("exit", null, false, false);
        this.run = run;
        this.result = result;
    }

    Run run() {
        return run;
    }

    Result result() {
        return result;
    }
}
