package dev.drydock.flux.source;

import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.Conditions.Condition;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Ready condition as the sum of the others (fluxcd/pkg runtime/conditions/merge.go): groups of conditions in order of
 * weight, and in the first group that has any the first in the kind's own order.
 */
final class Summary {

    private static final Set<String> NEGATIVE = Set.of(
            "StorageOperationFailed",
            "FetchFailed",
            "BuildFailed",
            "IncludeUnavailable",
            "ArtifactOutdated",
            "Stalled",
            "Reconciling");

    private Summary() {}

    static MapNode apply(MapNode object, List<String> order, Instant now) {
        Optional<Condition> verified = Conditions.find(object, "SourceVerified");
        if (verified.isPresent() && verified.get().status().equals("False")) {
            return ready(object, "False", verified.get(), now);
        }
        for (int group = 0; group < 5; group++) {
            for (String type : order) {
                Optional<Condition> condition = Conditions.find(object, type);
                if (condition.isPresent() && group(condition.get()) == group) {
                    String status = group < 2 ? "False" : group < 4 ? "True" : "Unknown";
                    return ready(object, status, condition.get(), now);
                }
            }
        }
        return object;
    }

    private static MapNode ready(MapNode object, String status, Condition cause, Instant now) {
        return Conditions.set(object, Conditions.READY, status, cause.reason(), cause.message(), now);
    }

    private static int group(Condition condition) {
        boolean negative = NEGATIVE.contains(condition.type());
        return switch (condition.status()) {
            case "True" -> negative ? 0 : 2;
            case "False" -> negative ? 3 : 1;
            default -> 4;
        };
    }
}
