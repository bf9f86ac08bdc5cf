package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** How well a pod is served when a node runs short (pkg/apis/core/helper/qos/qos.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class QualityOfService {

    private static final List<String> COUNTED = List.of("cpu", "memory");

    private QualityOfService() {}

    /** The class of a pod: guaranteed when all is limited to what it requests, best effort when nothing is asked for. */
    public static String of(MapNode pod) {
        Map<String, Quantity> requests = new TreeMap<>();
        Map<String, Quantity> limits = new TreeMap<>();
        boolean[] limited = {true};
        MapNode own = pod.findMap("spec", "resources");
        if (pod.find("spec", "resources") instanceof MapNode) {
            add(requests, own.findMap("requests"));
            add(limits, own.findMap("limits"));
            limited[0] = own.findMap("limits").isEmpty() || limits.keySet().containsAll(COUNTED);
        } else {
            for (String list : List.of("containers", "initContainers")) {
                for (Node container : pod.findList("spec", list)) {
                    add(requests, container.findMap("resources", "requests"));
                    Map<String, Quantity> found = new TreeMap<>();
                    add(found, container.findMap("resources", "limits"));
                    add(limits, container.findMap("resources", "limits"));
                    limited[0] &= found.keySet().containsAll(COUNTED);
                }
            }
        }
        if (requests.isEmpty() && limits.isEmpty()) {
            return "BestEffort";
        }
        return limited[0] && requests.equals(limits) ? "Guaranteed" : "Burstable";
    }

    private static void add(Map<String, Quantity> sum, MapNode amounts) {
        for (String name : COUNTED) {
            Quantity.of(amounts.get(name))
                    .filter(amount -> amount.signum() > 0)
                    .ifPresent(amount -> sum.merge(name, amount, Quantity::plus));
        }
    }
}
