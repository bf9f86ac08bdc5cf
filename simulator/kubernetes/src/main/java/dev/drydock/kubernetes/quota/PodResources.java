package dev.drydock.kubernetes.quota;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.function.Function;

/**
 * What a pod asks for: the sum of its containers, or what its init containers need at a time if that is more (upstream
 * {@code component-helpers/resource/helpers.go}).
 */
final class PodResources {

    private PodResources() {}

    static Amounts requests(MapNode podSpec) {
        return effective(podSpec, PodResources::requestsOf, "requests");
    }

    static Amounts limits(MapNode podSpec) {
        return effective(podSpec, PodResources::limitsOf, "limits");
    }

    static Amounts overhead(MapNode podSpec) {
        return Amounts.of(podSpec.findMap("overhead"));
    }

    static Amounts requestsOf(Node container) {
        return Amounts.of(container.findMap("resources", "requests"));
    }

    static Amounts limitsOf(Node container) {
        return Amounts.of(container.findMap("resources", "limits"));
    }

    static boolean hasPodLevel(MapNode podSpec) {
        return !podSpec.findMap("resources", "requests").isEmpty()
                || !podSpec.findMap("resources", "limits").isEmpty();
    }

    private static Amounts effective(MapNode podSpec, Function<Node, Amounts> of, String podLevel) {
        Amounts sum = Amounts.NONE;
        for (Node container : podSpec.findList("containers")) {
            sum = sum.plus(of.apply(container));
        }
        Amounts sidecars = Amounts.NONE;
        Amounts atStart = Amounts.NONE;
        for (Node container : podSpec.findList("initContainers")) {
            Amounts own = of.apply(container);
            if ("Always".equals(container.findString("restartPolicy"))) {
                sum = sum.plus(own);
                sidecars = sidecars.plus(own);
                atStart = atStart.max(sidecars);
            } else {
                atStart = atStart.max(own.plus(sidecars));
            }
        }
        return sum.max(atStart).with(Amounts.of(podSpec.findMap("resources", podLevel)));
    }
}
