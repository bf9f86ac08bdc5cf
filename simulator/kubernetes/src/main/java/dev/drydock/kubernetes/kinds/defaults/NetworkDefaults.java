package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Defaults of services, endpoints and network policies (pkg/apis/core/v1/defaults.go, networking, discovery). */
final class NetworkDefaults {

    private static final int AFFINITY_SECONDS = 10800;

    private NetworkDefaults() {}

    static MapNode service(MapNode object) {
        boolean isBalanced = object.findText("spec", "type").equals("LoadBalancer");
        return spec(isBalanced ? Fill.into(object, "status", NetworkDefaults::balanced) : object);
    }

    /** Addresses of load balancers are virtual ones unless they say that they are not. */
    private static MapNode balanced(MapNode status) {
        return Fill.into(
                status,
                "loadBalancer",
                balancer -> Fill.each(
                        balancer,
                        "ingress",
                        point -> point.findText("ip").isEmpty() ? point : Fill.absent(point, "ipMode", "VIP")));
    }

    private static MapNode spec(MapNode object) {
        return Fill.into(object, "spec", spec -> {
            MapNode filled = Fill.absent(Fill.absent(spec, "sessionAffinity", "None"), "type", "ClusterIP");
            if (Fill.is(filled, "sessionAffinity", "None")) {
                filled = filled.without("sessionAffinityConfig");
            } else if (Fill.is(filled, "sessionAffinity", "ClientIP")) {
                filled = Fill.into(
                        filled,
                        "sessionAffinityConfig",
                        config -> Fill.into(
                                config, "clientIP", client -> Fill.absent(client, "timeoutSeconds", AFFINITY_SECONDS)));
            }
            filled = Fill.each(filled, "ports", NetworkDefaults::servicePort);
            boolean balanced = Fill.is(filled, "type", "LoadBalancer");
            boolean external = balanced || Fill.is(filled, "type", "NodePort");
            boolean reachable = external
                    || (Fill.is(filled, "type", "ClusterIP")
                            && !filled.findList("externalIPs").isEmpty());
            if (reachable) {
                filled = Fill.absent(filled, "externalTrafficPolicy", "Cluster");
            }
            if (external || Fill.is(filled, "type", "ClusterIP")) {
                filled = Fill.absent(filled, "internalTrafficPolicy", "Cluster");
            }
            return balanced ? Fill.absent(filled, "allocateLoadBalancerNodePorts", true) : filled;
        });
    }

    private static MapNode servicePort(MapNode port) {
        MapNode filled = Fill.absent(port, "protocol", "TCP");
        Node target = filled.get("targetPort");
        boolean unset = target == null || target.equals(Node.of(0)) || target.equals(Node.of(""));
        Node number = filled.get("port");
        return unset && number != null ? filled.with("targetPort", number) : filled;
    }

    static MapNode endpoints(MapNode object) {
        return Fill.each(object, "subsets", subset -> Fill.each(subset, "ports", NetworkDefaults::protocol));
    }

    static MapNode endpointSlice(MapNode object) {
        return Fill.each(object, "ports", port -> {
            MapNode named = port.has("name") ? port : port.with("name", "");
            return protocol(named);
        });
    }

    private static MapNode protocol(MapNode port) {
        return Fill.absent(port, "protocol", "TCP");
    }

    static MapNode networkPolicy(MapNode object) {
        return Fill.into(object, "spec", spec -> {
            MapNode filled = spec;
            if (spec.findList("policyTypes").isEmpty()) {
                List<String> types = new ArrayList<>(List.of("Ingress"));
                if (!spec.findList("egress").isEmpty()) {
                    types.add("Egress");
                }
                filled = filled.with("policyTypes", ListNode.ofStrings(types));
            }
            for (String direction : new String[] {"ingress", "egress"}) {
                filled = Fill.each(filled, direction, rule -> Fill.each(rule, "ports", NetworkDefaults::protocol));
            }
            return filled;
        });
    }
}
