package dev.drydock.flux.status;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The status of an object with its message and the standard conditions that follow from it.
 *
 * @param status the status
 * @param message text for a person
 * @param conditions Reconciling or Stalled, or none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Health(HealthStatus status, String message, List<Condition> conditions) {

    /** A health with these conditions. */
    public Health {
        conditions = List.copyOf(conditions);
    }

    /**
     * A standard condition, always true.
     *
     * @param type {@code Reconciling} or {@code Stalled}
     * @param reason machine-readable reason
     * @param message text for a person
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Condition(String type, String reason, String message) {}

    static Health of(HealthStatus status, String message) {
        return new Health(status, message, List.of());
    }

    static Health current(String message) {
        return of(HealthStatus.CURRENT, message);
    }

    static Health inProgress(String reason, String message) {
        return new Health(HealthStatus.IN_PROGRESS, message, List.of(new Condition("Reconciling", reason, message)));
    }

    static Health failed(String reason, String message) {
        return new Health(HealthStatus.FAILED, message, List.of(new Condition("Stalled", reason, message)));
    }
}
