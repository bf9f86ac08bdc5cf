package dev.drydock.flux.ssa;

import dev.drydock.yaml.MapNode;
import java.util.List;
import org.apiguardian.api.API;

/** Whether a live object differs from what a dry run of the desired object answered (ssa/manager_diff.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Drift {

    private Drift() {}

    /** Whether the object is new, or differs in labels, annotations or anything outside metadata and status. */
    public static boolean between(MapNode existing, MapNode dryRun) {
        return dryRun.findText("metadata", "resourceVersion").isEmpty()
                || !ObjectFields.labels(dryRun).equals(ObjectFields.labels(existing))
                || !ObjectFields.annotations(dryRun).equals(ObjectFields.annotations(existing))
                || !comparable(existing).equals(comparable(dryRun));
    }

    private static MapNode comparable(MapNode object) {
        MapNode rest = object.without(List.of("metadata", "status"));
        if (!ObjectFields.kind(object).equals("HorizontalPodAutoscaler")) {
            return rest;
        }
        MapNode typed = GoTypes.roundTrip(rest);
        if (typed == null) {
            return object;
        }
        return ObjectFields.apiVersion(object).equals("autoscaling/v2") ? HpaMetrics.distinct(typed) : typed;
    }
}
