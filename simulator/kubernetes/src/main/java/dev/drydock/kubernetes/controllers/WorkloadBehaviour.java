package dev.drydock.kubernetes.controllers;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * How the Pods of one workload behave, which no manifest says.
 *
 * @param kind kind of the workload, such as {@code Deployment} or {@code PersistentVolumeClaim}
 * @param namespace its namespace
 * @param name its name
 * @param outcome what becomes of it
 * @param after how long it takes, zero for the next tick
 */
@API(status = API.Status.STABLE, since = "0.1")
public record WorkloadBehaviour(String kind, String namespace, String name, Outcome outcome, Duration after) {

    /** What becomes of a workload. */
    public enum Outcome {
        /** It becomes ready, or completes. */
        READY,
        /** It never becomes ready. */
        NEVER_READY,
        /** It fails. */
        FAILS
    }
}
