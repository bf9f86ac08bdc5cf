package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.kubernetes.kinds.pod.PodResources;
import dev.drydock.yaml.MapNode;
import java.util.Set;

/** What a pod that is limited as a whole requests as a whole (pkg/apis/core/v1/defaults.go, defaultPodRequests). */
final class PodResourceDefaults {

    private static final Set<String> COMPUTE = Set.of("cpu", "memory");
    private static final String HUGE_PAGES = "hugepages-";

    private final MapNode spec;

    PodResourceDefaults(MapNode spec) {
        this.spec = spec;
    }

    MapNode apply(MapNode resources) {
        MapNode[] limits = {resources.findMap("limits")};
        PodResources.together(spec, "limits").forEach((name, amount) -> {
            if (name.startsWith(HUGE_PAGES) && !limits[0].has(name)) {
                limits[0] = limits[0].with(name, amount.toString());
            }
        });
        if (limits[0].isEmpty()) {
            return resources;
        }
        MapNode[] requests = {resources.findMap("requests")};
        PodResources.together(spec, "requests").forEach((name, amount) -> {
            if (COMPUTE.contains(name) && !requests[0].has(name)) {
                requests[0] = requests[0].with(name, amount.toString());
            }
        });
        limits[0].forEach((name, amount) -> {
            if ((COMPUTE.contains(name) || name.startsWith(HUGE_PAGES)) && !requests[0].has(name)) {
                requests[0] = requests[0].with(name, amount);
            }
        });
        MapNode filled =
                limits[0].equals(resources.findMap("limits")) ? resources : resources.with("limits", limits[0]);
        return requests[0].isEmpty() ? filled : filled.with("requests", requests[0]);
    }
}
