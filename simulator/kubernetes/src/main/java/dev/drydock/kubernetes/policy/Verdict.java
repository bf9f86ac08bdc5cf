package dev.drydock.kubernetes.policy;

import java.util.List;
import java.util.Map;

/**
 * What a validating policy says about a request.
 *
 * @param denials the failed validations, in order
 * @param annotations what is to be noted for the audit
 * @param annotationErrors audit annotations that could not be computed, which deny whatever the binding says
 */
public record Verdict(List<Denial> denials, Map<String, String> annotations, List<String> annotationErrors) {

    /** Nothing to say. */
    static final Verdict NOTHING = new Verdict(List.of(), Map.of(), List.of());

    /**
     * A failed validation.
     *
     * @param reason the reason of the Status, empty for an error
     */
    public record Denial(String message, String reason) {}

    static Verdict error(boolean failing, String message) {
        return failing ? new Verdict(List.of(new Denial(message, "")), Map.of(), List.of()) : NOTHING;
    }
}
