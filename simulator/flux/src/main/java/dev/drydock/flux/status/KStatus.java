package dev.drydock.flux.status;

import dev.drydock.yaml.MapNode;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The status of an object from the object alone (kstatus/status/status.go and generic.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class KStatus {

    private KStatus() {}

    /**
     * The status of a live object: deletion, observed generation and the standard conditions first, then the rules of its
     * kind, else its Ready condition.
     *
     * @param now the present, for the grace of Pods that cannot be scheduled yet
     * @throws MalformedObjectException when a field that counts has an unexpected type
     */
    public static Health compute(MapNode object, Instant now) {
        Health generic = genericProperties(object);
        if (generic != null) {
            return generic;
        }
        Health ofKind = KindRules.compute(object, now);
        return ofKind != null ? ofKind : readyCondition(object);
    }

    private static @Nullable Health genericProperties(MapNode object) {
        String deletion = looked(
                "metadata.deletionTimestamp", () -> NestedFields.string(object, "metadata", "deletionTimestamp"));
        if (deletion != null && !deletion.isEmpty()) {
            return Health.of(HealthStatus.TERMINATING, "Resource scheduled for deletion");
        }
        Health stale = generation(object);
        if (stale != null) {
            return stale;
        }
        for (BasicConditions.Condition condition : BasicConditions.of(object).list()) {
            if (condition.type().equals("Reconciling") && condition.isTrue()) {
                return Health.inProgress(condition.reason(), condition.message());
            }
            if (condition.type().equals("Stalled") && condition.isTrue()) {
                return Health.failed(condition.reason(), condition.message());
            }
        }
        return null;
    }

    private static @Nullable Health generation(MapNode object) {
        Long generation = generationOf(object);
        if (generation == null) {
            return null;
        }
        Long observed = observedGenerationOf(object);
        if (observed == null || observed.equals(generation)) {
            return null;
        }
        return Health.inProgress(
                "LatestGenerationNotObserved",
                NestedFields.text(object, "", "kind") + " generation is " + generation
                        + ", but latest observed generation is " + observed);
    }

    static @Nullable Long generationOf(MapNode object) {
        return looked("metadata.generation", () -> NestedFields.integer(object, "metadata", "generation"));
    }

    static @Nullable Long observedGenerationOf(MapNode object) {
        return looked("status.observedGeneration", () -> NestedFields.integer(object, "status", "observedGeneration"));
    }

    private static Health readyCondition(MapNode object) {
        for (BasicConditions.Condition condition : BasicConditions.of(object).list()) {
            if (condition.type().equals("Ready")) {
                if (condition.isTrue()) {
                    return Health.current("Resource is Ready");
                }
                if (condition.isFalse() || condition.status().equals("Unknown")) {
                    return Health.inProgress(condition.reason(), condition.message());
                }
            }
        }
        return Health.current("Resource is current");
    }

    private interface Lookup<T> {
        @Nullable
        T get();
    }

    private static <T> @Nullable T looked(String field, Lookup<T> lookup) {
        try {
            return lookup.get();
        } catch (MalformedObjectException e) {
            throw new MalformedObjectException("looking up " + field + " from resource: " + e.getMessage());
        }
    }
}
