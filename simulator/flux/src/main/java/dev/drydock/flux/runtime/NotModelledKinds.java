package dev.drydock.flux.runtime;

import java.util.Map;
import java.util.Optional;

/** Kinds of Flux whose controllers do not run here yet. */
public final class NotModelledKinds {

    private static final Map<String, String> FEATURES = Map.of("Receiver", "notification-controller");

    private NotModelledKinds() {}

    /** What a prediction for an object of a kind would need. */
    public static Optional<String> feature(String kind) {
        return Optional.ofNullable(FEATURES.get(kind));
    }
}
