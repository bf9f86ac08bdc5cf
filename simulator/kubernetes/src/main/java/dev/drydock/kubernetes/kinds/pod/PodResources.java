package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.quantity.ResourceNames;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** What the containers of a pod need together (component-helpers/resource/helpers.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PodResources {

    private PodResources() {}

    /**
     * What the containers of a spec request or are limited to together: the greater of what runs side by side and of what a step
     * of the start needs.
     *
     * @param kind {@code requests} or {@code limits}
     */
    public static Map<String, Quantity> together(MapNode spec, String kind) {
        Map<String, Quantity> running = new TreeMap<>();
        for (Node container : spec.findList("containers")) {
            add(running, container.findMap("resources", kind));
        }
        Map<String, Quantity> sidecars = new TreeMap<>();
        Map<String, Quantity> start = new TreeMap<>();
        for (Node container : spec.findList("initContainers")) {
            MapNode own = container.findMap("resources", kind);
            Map<String, Quantity> step = new TreeMap<>(sidecars);
            add(step, own);
            if (container.findText("restartPolicy").equals("Always")) {
                add(running, own);
                add(sidecars, own);
                step = sidecars;
            }
            step.forEach((name, amount) -> start.merge(name, amount, Quantity::max));
        }
        start.forEach((name, amount) -> running.merge(name, amount, Quantity::max));
        return running;
    }

    private static void add(Map<String, Quantity> sum, MapNode amounts) {
        amounts.forEach(
                (name, amount) -> Quantity.of(amount).ifPresent(quantity -> sum.merge(name, quantity, Quantity::plus)));
    }

    /** The pod's own resources must be enough for its containers. */
    static void compare(Field spec, Field resources) {
        Field requests = resources.in("requests");
        together(spec.map(), "requests").forEach((name, needed) -> {
            Quantity given = Quantity.of(requests.key(name).value()).orElse(null);
            if (given != null && needed.compareTo(given) > 0) {
                requests.key(name)
                        .invalid(
                                given.toString(),
                                "must be greater than or equal to aggregate container requests of " + needed);
            }
        });
        Field limits = resources.in("limits");
        together(spec.map(), "limits").forEach((name, needed) -> {
            Quantity given = Quantity.of(limits.key(name).value()).orElse(null);
            if (ResourceNames.isHugePages(name) && given != null && needed.compareTo(given) > 0) {
                limits.key(name)
                        .invalid(
                                given.toString(),
                                "must be greater than or equal to aggregate container limits of " + needed);
            }
        });
        int i = 0;
        for (Field container : spec.items("containers")) {
            container(container, limits, resources.path() + ".containers[" + i++ + "]");
        }
    }

    private static void container(Field container, Field podLimits, String path) {
        for (String name : container.in("resources", "limits").map().keys().stream()
                .sorted()
                .toList()) {
            Quantity most = Quantity.of(podLimits.key(name).value()).orElse(null);
            Quantity limit = Quantity.of(
                            container.in("resources", "limits").key(name).value())
                    .orElse(Quantity.ZERO);
            if (most != null && limit.compareTo(most) > 0) {
                container
                        .as(path + "[" + name + "].limits")
                        .invalid(limit.toString(), "must be less than or equal to pod limits of " + most);
            }
        }
    }
}
