package dev.drydock.scenario;

import dev.drydock.yaml.Location;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a step.
 *
 * @param name its key, such as {@code apply}
 * @param action what is done
 * @param as who acts, when it is not the step's actor
 * @param blocked how the request must be refused, null when it must succeed
 * @param knownDifference why its requests are known not to be answered so yet, or null
 * @param location where it stands
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Operation(
        String name,
        Action action,
        @Nullable Actor as,
        @Nullable Blocked blocked,
        @Nullable String knownDifference,
        Location location) {}
