package dev.drydock.scenario;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * How one workload behaves.
 *
 * @param kind kind of the object
 * @param namespace its namespace
 * @param name its name
 * @param behaviour what becomes of it
 * @param after when it becomes ready, for {@link Behaviour#READY}
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Workload(String kind, String namespace, String name, Behaviour behaviour, Duration after) {

    /** What becomes of a workload. */
    @API(status = API.Status.STABLE, since = "0.1")
    public enum Behaviour {
        /** It becomes ready. */
        READY,
        /** It stays without ready Pods. */
        NEVER_READY,
        /** Its Pods fail. */
        FAILS
    }
}
