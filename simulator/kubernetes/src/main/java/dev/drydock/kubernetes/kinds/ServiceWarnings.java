package dev.drydock.kubernetes.kinds;

import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** What clients that write services are warned of (pkg/api/service/warnings.go). */
final class ServiceWarnings {

    private static final String OLD_HINTS = "service.kubernetes.io/topology-aware-hints";

    private ServiceWarnings() {}

    static List<String> of(MapNode service) {
        MapNode spec = service.findMap("spec");
        List<String> warnings = new ArrayList<>();
        if (service.findMap("metadata", "annotations").has(OLD_HINTS)) {
            warnings.add("annotation " + OLD_HINTS + " is deprecated, please use service.kubernetes.io/topology-mode"
                    + " instead");
        }
        List<String> addresses = spec.findList("clusterIPs").strings();
        List<String> external = spec.findList("externalIPs").strings();
        String balancer = spec.findText("loadBalancerIP");
        if (ServiceRules.isHeadless(spec)) {
            headless(spec, balancer, external, warnings);
        } else {
            AddressWarnings.each("spec.clusterIPs", addresses, warnings);
            if (!external.isEmpty() && !ServiceRules.type(spec).equals("ExternalName")) {
                warnings.add("spec.externalIPs is deprecated and may no longer be implemented in some clusters");
            }
        }
        AddressWarnings.each("spec.externalIPs", external, warnings);
        if (!balancer.isEmpty()) {
            AddressWarnings.address("spec.loadBalancerIP", balancer, warnings);
        }
        List<String> ranges = spec.findList("loadBalancerSourceRanges").strings();
        for (int i = 0; i < ranges.size(); i++) {
            AddressWarnings.range("spec.loadBalancerSourceRanges[" + i + "]", ranges.get(i), warnings);
        }
        if (ServiceRules.type(spec).equals("ExternalName") && !external.isEmpty()) {
            warnings.add("spec.externalIPs is ignored when spec.type is \"ExternalName\"");
        }
        if (!spec.findText("externalName").isEmpty() && !ServiceRules.type(spec).equals("ExternalName")) {
            warnings.add("spec.externalName is ignored when spec.type is not \"ExternalName\"");
        }
        if ("PreferClose".equals(spec.findString("trafficDistribution"))) {
            warnings.add("spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"");
        }
        return warnings;
    }

    private static void headless(MapNode spec, String balancer, List<String> external, List<String> warnings) {
        if (!balancer.isEmpty()) {
            warnings.add("spec.loadBalancerIP is ignored for headless services");
        }
        if (!external.isEmpty()) {
            warnings.add("spec.externalIPs is ignored for headless services");
        }
        if (!"None".equals(spec.findString("sessionAffinity"))) {
            warnings.add("spec.SessionAffinity is ignored for headless services");
        }
    }
}
