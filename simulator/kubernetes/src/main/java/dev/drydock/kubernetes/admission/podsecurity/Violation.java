package dev.drydock.kubernetes.admission.podsecurity;

import org.apiguardian.api.API;

/**
 * What a pod does that a level forbids.
 *
 * @param reason the sort of violation
 * @param detail who violates it and how
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Violation(String reason, String detail) {

    /** The reason with its detail in parentheses. */
    @Override
    public String toString() {
        return reason + " (" + detail + ")";
    }
}
