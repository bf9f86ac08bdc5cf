package dev.drydock.scenario;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How a request must be refused.
 *
 * @param reason of the Status, null for any
 * @param message of the Status, null for any
 * @param code HTTP status code, null for any
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Blocked(
        @Nullable String reason,
        @Nullable TextMatch message,
        @Nullable Integer code) {}
