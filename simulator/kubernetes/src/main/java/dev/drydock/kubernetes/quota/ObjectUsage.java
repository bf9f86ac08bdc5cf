package dev.drydock.kubernetes.quota;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.quantity.ResourceNames;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** What an object counts for in quotas (upstream {@code pkg/quota/v1/evaluator/core}). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ObjectUsage {

    private static final Set<String> LEGACY_COUNTS =
            Set.of("configmaps", "secrets", "replicationcontrollers", "resourcequotas");
    private static final Set<String> COMPUTE = Set.of("cpu", "memory", "ephemeral-storage");
    private static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";

    private ObjectUsage() {}

    /** The usage of an object by the names that quotas use. */
    public static Amounts of(GroupVersionResource resource, MapNode object) {
        Map<String, Quantity> usage = new TreeMap<>();
        usage.put("count/" + resource.groupResource(), Quantity.of(1));
        if (!resource.group().isEmpty()) {
            return new Amounts(usage);
        }
        switch (resource.resource()) {
            case "pods" -> addPod(object, usage);
            case "services" -> addService(object.findMap("spec"), usage);
            case "persistentvolumeclaims" -> addClaim(object, usage);
            default -> {
                if (LEGACY_COUNTS.contains(resource.resource())) {
                    usage.put(resource.resource(), Quantity.of(1));
                }
            }
        }
        return new Amounts(usage);
    }

    /** Whether a pod has run to its end; it then counts as an object only. */
    static boolean isTerminal(MapNode pod) {
        String phase = pod.findString("status", "phase");
        return "Succeeded".equals(phase) || "Failed".equals(phase);
    }

    private static void addPod(MapNode pod, Map<String, Quantity> usage) {
        if (isTerminal(pod)) {
            return;
        }
        MapNode spec = pod.findMap("spec");
        Amounts overhead = PodResources.overhead(spec);
        Amounts limits = PodResources.limits(spec);
        usage.put("pods", Quantity.of(1));
        usage.putAll(compute(
                        PodResources.requests(spec).plus(overhead),
                        limits.isEmpty() ? limits : limits.plus(overhead.only(limits.names())))
                .byName());
    }

    /** Requests and limits under all the names that quotas know for them. */
    static Amounts compute(Amounts requests, Amounts limits) {
        Map<String, Quantity> usage = new TreeMap<>();
        requests.byName().forEach((name, amount) -> {
            if (ResourceNames.isForContainers(name)) {
                usage.put(name, amount);
                usage.put("requests." + name, amount);
            } else if (ResourceNames.isExtended(name)) {
                usage.put("requests." + name, amount);
            }
        });
        limits.byName().forEach((name, amount) -> {
            if (COMPUTE.contains(name)) {
                usage.put("limits." + name, amount);
            }
        });
        return new Amounts(usage);
    }

    private static void addService(MapNode spec, Map<String, Quantity> usage) {
        String type = spec.findString("type");
        long ports = spec.findList("ports").size();
        usage.put("services", Quantity.of(1));
        usage.put("services.loadbalancers", Quantity.of("LoadBalancer".equals(type) ? 1 : 0));
        long nodePorts = 0;
        if ("NodePort".equals(type)) {
            nodePorts = ports;
        } else if ("LoadBalancer".equals(type)) {
            nodePorts = allocates(spec) ? ports : withNodePort(spec);
        }
        usage.put("services.nodeports", Quantity.of(nodePorts));
    }

    private static boolean allocates(MapNode spec) {
        Node allocate = spec.get("allocateLoadBalancerNodePorts");
        return allocate == null || allocate.isNull() || spec.isTrue("allocateLoadBalancerNodePorts");
    }

    private static long withNodePort(MapNode spec) {
        return spec.findList("ports").stream()
                .filter(port -> {
                    Long nodePort = port.findLong("nodePort");
                    return nodePort != null && nodePort != 0;
                })
                .count();
    }

    private static void addClaim(MapNode claim, Map<String, Quantity> usage) {
        String annotated = claim.findMap("metadata", "annotations").strings().get(CLASS_ANNOTATION);
        String storageClass = annotated != null ? annotated : claim.findString("spec", "storageClassName");
        usage.put("persistentvolumeclaims", Quantity.of(1));
        Quantity.of(claim.find("spec", "resources", "requests", "storage"))
                .ifPresent(storage -> usage.put("requests.storage", storage));
        if (storageClass != null && !storageClass.isEmpty()) {
            String suffix = storageClass + ".storageclass.storage.k8s.io/";
            usage.put(suffix + "persistentvolumeclaims", Quantity.of(1));
            Quantity storage = usage.get("requests.storage");
            if (storage != null) {
                usage.put(suffix + "requests.storage", storage);
            }
        }
    }
}
