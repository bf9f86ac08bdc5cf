package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a validator found: errors, each text once, and how many checks were made. Of several alternatives that all fail the one
 * with most checks is told (kube-openapi, pkg/validation/validate/result.go).
 */
final class Findings {

    private final Map<String, FieldError> errors = new LinkedHashMap<>();
    private int matches;

    Findings add(String message, FieldError error) {
        errors.putIfAbsent(message, error);
        return this;
    }

    Findings merge(Findings other) {
        other.errors.forEach(errors::putIfAbsent);
        matches += other.matches;
        return this;
    }

    /** Notes that one more check was made. */
    Findings count() {
        matches++;
        return this;
    }

    /** The same number of checks without the errors. */
    Findings forgiven() {
        Findings forgiven = new Findings();
        forgiven.matches = matches;
        return forgiven;
    }

    boolean isValid() {
        return errors.isEmpty();
    }

    boolean hasMoreMatchesThan(Findings other) {
        return matches > other.matches;
    }

    Iterable<FieldError> errors() {
        return errors.values();
    }
}
