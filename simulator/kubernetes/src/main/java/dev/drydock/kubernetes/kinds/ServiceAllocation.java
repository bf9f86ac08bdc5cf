package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.InvalidObjectException;
import dev.drydock.kubernetes.validation.Surroundings;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the server hands out to services before it looks at them closer (registry/core/service/storage: storage.go, alloc.go). */
final class ServiceAllocation {

    private ServiceAllocation() {}

    static MapNode ofNew(MapNode service, Surroundings around) {
        MapNode spec = normalized(service.findMap("spec"), MapNode.EMPTY);
        spec = ServiceFamilies.initialized(spec, MapNode.EMPTY);
        Pool pool = new Pool(service, around);
        spec = withAddress(spec, pool);
        if (ServiceRules.isExternal(spec)) {
            spec = withNodePorts(spec, pool);
        }
        return service.with("spec", withHealthCheck(spec, MapNode.EMPTY, pool));
    }

    static MapNode ofChanged(MapNode service, MapNode old, Surroundings around) {
        MapNode before = old.findMap("spec");
        MapNode spec = normalized(kept(service.findMap("spec"), before), before);
        spec = ServiceFamilies.initialized(spec, before);
        Pool pool = new Pool(old, around);
        if (!ServiceRules.isAddressed(before)) {
            spec = withAddress(spec, pool);
        }
        if (ServiceRules.isExternal(spec)) {
            spec = withChangedNodePorts(spec, before, pool);
        }
        return service.with("spec", withHealthCheck(spec, before, pool));
    }

    /** The single address and the list say the same; the client may have changed only one of them (normalizeClusterIPs). */
    static MapNode normalized(MapNode spec, MapNode before) {
        Node address = spec.get("clusterIP");
        boolean unset = ServiceRules.isUnset(address);
        if (before.isEmpty()) {
            return !unset && spec.findList("clusterIPs").isEmpty()
                    ? spec.with("clusterIPs", ListNode.of(List.of(Node.of(address))))
                    : spec;
        }
        Node list = spec.get("clusterIPs");
        boolean sameList = Read.same(list, before.get("clusterIPs"));
        if (unset && !ServiceRules.isUnset(before.get("clusterIP"))) {
            return sameList ? spec.without("clusterIPs") : spec;
        }
        boolean changed = !Objects.equals(address, before.get("clusterIP"));
        return changed
                        && !unset
                        && (sameList
                                || (ServiceRules.isAddressed(spec)
                                        && spec.findList("clusterIPs").isEmpty()))
                ? spec.with("clusterIPs", ListNode.of(List.of(Node.of(address))))
                : spec;
    }

    /** What was allocated stays where the client leaves it out (patchAllocatedValues). */
    private static MapNode kept(MapNode spec, MapNode before) {
        MapNode result = spec;
        if (ServiceRules.isAddressed(spec) && ServiceRules.isAddressed(before)) {
            if (ServiceRules.isUnset(spec.get("clusterIP"))) {
                result = copied(result, before, "clusterIP");
            }
            if (spec.findList("clusterIPs").isEmpty()
                    && Objects.equals(result.get("clusterIP"), before.get("clusterIP"))) {
                result = copied(result, before, "clusterIPs");
            }
        }
        if (ServiceRules.isExternal(spec)
                && ServiceRules.isExternal(before)
                && result.get("ports") instanceof ListNode ports) {
            result = result.with("ports", keptPorts(ports, before.findList("ports")));
        }
        if (ServiceRules.needsHealthCheck(spec)
                && ServiceRules.needsHealthCheck(before)
                && ServiceRules.isUnset(spec.get("healthCheckNodePort"))) {
            result = copied(result, before, "healthCheckNodePort");
        }
        return result;
    }

    private static ListNode keptPorts(ListNode ports, ListNode before) {
        List<Node> named =
                ports.stream().map(port -> Read.value(port, "nodePort")).toList();
        return ports.map(port -> port instanceof MapNode map && ServiceRules.isUnset(map.get("nodePort"))
                ? keptPort(map, before, named)
                : port);
    }

    /** The node port of the old port with the same protocol and number, unless another port asks for it now. */
    private static MapNode keptPort(MapNode port, ListNode before, List<Node> named) {
        for (Node old : before) {
            boolean same = Objects.equals(old.find("port"), port.get("port"))
                    && Objects.equals(old.find("protocol"), port.get("protocol"));
            Node number = old.find("nodePort");
            if (same && number != null && !named.contains(number)) {
                return port.with("nodePort", number);
            }
        }
        return port;
    }

    private static MapNode copied(MapNode spec, MapNode before, String field) {
        Node value = before.get(field);
        return value == null ? spec : spec.with(field, value);
    }

    private static MapNode withAddress(MapNode spec, Pool pool) {
        List<String> addresses = spec.findList("clusterIPs").strings();
        if (!ServiceRules.isAddressed(spec)
                || (!addresses.isEmpty() && addresses.get(0).equals(ServiceRules.NONE))) {
            return spec;
        }
        if (!addresses.isEmpty() && !addresses.get(0).isEmpty()) {
            pool.takeAddress(addresses.get(0), spec.findList("clusterIPs"));
            return spec;
        }
        String address = pool.anyAddress();
        return spec.with("clusterIP", address).with("clusterIPs", ListNode.ofStrings(List.of(address)));
    }

    private static boolean allocatesNodePorts(MapNode spec) {
        return !ServiceRules.type(spec).equals("LoadBalancer")
                || !Node.of(false).equals(spec.get("allocateLoadBalancerNodePorts"));
    }

    /** Ports of the same number (of different protocols) share a node port (initNodePorts). */
    private static MapNode withNodePorts(MapNode spec, Pool pool) {
        List<Node> ports = new ArrayList<>();
        java.util.Map<Long, Long> shared = new java.util.HashMap<>();
        ListNode given = spec.findList("ports");
        for (int i = 0; i < given.size(); i++) {
            MapNode port = given.get(i) instanceof MapNode map ? map : MapNode.EMPTY;
            long wanted = Read.number(port, 0, "nodePort");
            if (wanted == 0 && !allocatesNodePorts(spec)) {
                ports.add(port);
                continue;
            }
            long number = Read.number(port, 0, "port");
            Long known = shared.get(number);
            if (known == null) {
                long named = wanted == 0 ? named(given, number) : wanted;
                if (named != 0) {
                    pool.takePort(named, "spec.ports[" + i + "].nodePort");
                }
                long taken = named == 0 ? pool.anyPort() : named;
                shared.put(number, taken);
                ports.add(port.with("nodePort", taken));
            } else if (wanted == 0) {
                ports.add(port.with("nodePort", known));
            } else {
                if (wanted != known) {
                    pool.takePort(wanted, "spec.ports[" + i + "].nodePort");
                }
                ports.add(port);
            }
        }
        return given.isEmpty() ? spec : spec.with("ports", ListNode.of(ports));
    }

    private static long named(ListNode ports, long number) {
        for (Node port : ports) {
            long nodePort = Read.number(port, 0, "nodePort");
            if (nodePort != 0 && Read.number(port, 0, "port") == number) {
                return nodePort;
            }
        }
        return 0;
    }

    private static MapNode withChangedNodePorts(MapNode spec, MapNode before, Pool pool) {
        List<Node> known = ServiceRules.nodePorts(before);
        List<Node> ports = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        ListNode given = spec.findList("ports");
        for (int i = 0; i < given.size(); i++) {
            MapNode port = given.get(i) instanceof MapNode map ? map : MapNode.EMPTY;
            long wanted = Read.number(port, 0, "nodePort");
            if (wanted != 0) {
                if (!known.contains(Node.of(wanted)) && !asked.contains(wanted)) {
                    pool.takePort(wanted, "spec.ports[" + i + "].nodePort");
                    asked.add(wanted);
                }
                ports.add(port);
            } else {
                ports.add(allocatesNodePorts(spec) ? port.with("nodePort", pool.anyPort()) : port);
            }
        }
        return given.isEmpty() ? spec : spec.with("ports", ListNode.of(ports));
    }

    private static MapNode withHealthCheck(MapNode spec, MapNode before, Pool pool) {
        if (!ServiceRules.needsHealthCheck(spec) || ServiceRules.needsHealthCheck(before)) {
            return spec;
        }
        long wanted = Read.number(spec, 0, "healthCheckNodePort");
        if (wanted == 0) {
            return spec.with("healthCheckNodePort", pool.anyPort());
        }
        // The real server answers a taken port here with an internal error, which is no field's.
        pool.takePort(wanted, "spec.healthCheckNodePort");
        return spec;
    }

    /** Refuses with what is wrong, if anything is. */
    static void refuse(FieldErrors errors) {
        if (!errors.isEmpty()) {
            throw new InvalidObjectException(errors);
        }
    }
}
