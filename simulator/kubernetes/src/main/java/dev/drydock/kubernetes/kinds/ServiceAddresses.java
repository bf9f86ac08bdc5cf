package dev.drydock.kubernetes.kinds;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cluster addresses and node ports of services in a cluster with IPv4 alone (pkg/registry/core/service/storage/alloc.go).
 *
 * <p>The real server picks at random; here the uid decides, so that the same run gives the same addresses.
 */
final class ServiceAddresses {

    private static final String HEADLESS = "None";
    private static final int FIRST_PORT = 30000;
    private static final int PORTS = 2768;

    private ServiceAddresses() {}

    /** The families of a service that says nothing about them. */
    static MapNode families(MapNode spec) {
        if (!ServiceRules.isAddressed(spec)) {
            return spec;
        }
        boolean headless = HEADLESS.equals(spec.findString("clusterIP"));
        boolean both = headless && spec.findMap("selector").isEmpty();
        MapNode result = spec;
        if (spec.findList("ipFamilies").isEmpty()) {
            result = result.with("ipFamilies", ListNode.ofStrings(both ? List.of("IPv4", "IPv6") : List.of("IPv4")));
        }
        return ServiceRules.isUnset(spec.get("ipFamilyPolicy"))
                ? result.with("ipFamilyPolicy", both ? "RequireDualStack" : "SingleStack")
                : result;
    }

    /** The service with an address and node ports where its type asks for them and it has none. */
    static MapNode allocated(MapNode spec, String uid) {
        MapNode result = spec;
        int seed = uid.hashCode();
        if (ServiceRules.isAddressed(spec) && ServiceRules.isUnset(spec.get("clusterIP"))) {
            // 10.96.0.0/16 without its first and last addresses
            int host = Math.floorMod(seed, (1 << 16) - 512) + 256;
            String address = "10.96." + (host >> 8) + "." + (host & 255);
            result = result.with("clusterIP", address).with("clusterIPs", ListNode.ofStrings(List.of(address)));
        }
        boolean withoutPorts = ServiceRules.type(spec).equals("LoadBalancer")
                && Node.of(false).equals(spec.get("allocateLoadBalancerNodePorts"));
        return ServiceRules.isExternal(spec) && !withoutPorts ? withPorts(result, seed) : result;
    }

    private static MapNode withPorts(MapNode spec, int seed) {
        Set<Node> taken = new HashSet<>();
        for (Node port : spec.findList("ports")) {
            Node number = port.find("nodePort");
            if (number != null) {
                taken.add(number);
            }
        }
        List<Node> ports = new ArrayList<>();
        int next = Math.floorMod(seed, PORTS);
        for (Node port : spec.findList("ports")) {
            if (port instanceof MapNode map && ServiceRules.isUnset(map.get("nodePort"))) {
                Node number = Node.of(FIRST_PORT + next);
                while (!taken.add(number)) {
                    next = (next + 1) % PORTS;
                    number = Node.of(FIRST_PORT + next);
                }
                ports.add(map.with("nodePort", number));
            } else {
                ports.add(port);
            }
        }
        return spec.with("ports", ListNode.of(ports));
    }
}
