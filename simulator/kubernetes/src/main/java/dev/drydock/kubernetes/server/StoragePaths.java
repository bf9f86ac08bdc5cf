package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.discovery.Discovery;
import java.util.Map;

/** Where the objects of resources are in etcd, as storage errors name it (pkg/registry, the storages' resource prefixes). */
final class StoragePaths {

    private static final Map<String, String> OWN = Map.of(
            "replicationcontrollers", "controllers",
            "endpoints", "services/endpoints",
            "nodes", "minions",
            "services", "services/specs",
            "ingresses", "ingress",
            "podsecuritypolicies", "podsecuritypolicy");

    private StoragePaths() {}

    static String of(GroupVersionResource resource) {
        boolean separate = !Discovery.builtIn().hasGroup(resource.group())
                || resource.group().equals("apiextensions.k8s.io")
                || resource.group().equals("apiregistration.k8s.io");
        String name = OWN.getOrDefault(resource.resource(), resource.resource());
        return separate ? resource.group() + "/" + resource.resource() : name;
    }
}
