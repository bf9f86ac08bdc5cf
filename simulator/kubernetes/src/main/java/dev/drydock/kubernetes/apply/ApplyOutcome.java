package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/** What became of an apply. */
@API(status = API.Status.STABLE, since = "0.1")
public sealed interface ApplyOutcome {

    /**
     * The configuration was merged.
     *
     * @param object the live object with the configuration merged in and its new managedFields, after
     *     {@link ObjectConversion#decode}, not yet admitted, validated or stored
     */
    record Merged(MapNode object) implements ApplyOutcome {}

    /**
     * The configuration was refused.
     *
     * @param status a conflict (409), a type error (500 with an empty reason) or a bad request (400)
     */
    record Refused(Status status) implements ApplyOutcome {}
}
