package dev.drydock.kubernetes.quota;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.yaml.MapNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Counts anew what the objects of a namespace use of a quota, as its controller does. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class QuotaUsage {

    private QuotaUsage() {}

    /**
     * What is in use of everything that the quota's spec limits.
     *
     * @param objects the objects of the quota's namespace by {@code resource.group}; empty for what is not served, which is
     *     not counted at all
     */
    public static Amounts of(MapNode quota, Function<String, Optional<List<MapNode>>> objects) {
        Map<String, Quantity> used = new TreeMap<>();
        Map<String, Set<String>> namesByResource = new LinkedHashMap<>();
        for (String name : quota.findMap("spec", "hard").keys()) {
            namesByResource
                    .computeIfAbsent(resourceOf(name), resource -> new TreeSet<>())
                    .add(name);
        }
        namesByResource.forEach((resource, names) -> {
            GroupVersionResource gvr = parse(resource);
            Optional<List<MapNode>> counted = objects.apply(resource);
            if (counted.isEmpty()) {
                return;
            }
            names.forEach(name -> used.put(name, Quantity.ZERO));
            for (MapNode object : counted.get()) {
                if (QuotaScopes.match(quota, gvr.groupResource(), object)) {
                    ObjectUsage.of(gvr, object)
                            .only(names)
                            .byName()
                            .forEach((name, amount) -> used.merge(name, amount, Quantity::plus));
                }
            }
        });
        return new Amounts(used);
    }

    /** The resource whose objects count for a name of a quota. */
    private static String resourceOf(String name) {
        if (name.startsWith("count/")) {
            return name.substring("count/".length());
        }
        if (name.startsWith("services")) {
            return "services";
        }
        if (name.equals("persistentvolumeclaims")
                || name.equals("requests.storage")
                || name.contains(".storageclass.storage.k8s.io/")) {
            return "persistentvolumeclaims";
        }
        return switch (name) {
            case "configmaps", "secrets", "replicationcontrollers", "resourcequotas" -> name;
            default -> "pods";
        };
    }

    private static GroupVersionResource parse(String groupResource) {
        int dot = groupResource.indexOf('.');
        return dot < 0
                ? new GroupVersionResource("", "", groupResource)
                : new GroupVersionResource(groupResource.substring(dot + 1), "", groupResource.substring(0, dot));
    }
}
