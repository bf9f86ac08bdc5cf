package dev.drydock.yaml;

import java.math.BigInteger;

/** What becomes of numbers because both readers turn YAML into JSON text and read that again. */
final class JsonNumbers {

    private JsonNumbers() {}

    /**
     * The number after the way through JSON: integral doubles lose their point and become integers where those have the
     * range for it: 64 bits with sign for Kubernetes, also without sign for kustomize (which reads the JSON as YAML).
     */
    static Number throughJson(Number number, YamlMode mode) {
        boolean unsigned = mode == YamlMode.KUSTOMIZE;
        if (number instanceof BigInteger) {
            return unsigned ? number : (Number) number.doubleValue();
        }
        String json = GoNumbers.json(number.doubleValue());
        if (json.indexOf('.') < 0 && json.indexOf('e') < 0) {
            Object integer = ScalarResolver.integer(json);
            if (integer instanceof Long || (integer != null && unsigned)) {
                return (Number) integer;
            }
        }
        return number;
    }
}
