package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.Objects;

/** Services: what belongs to a type comes and goes with it (pkg/registry/core/service/strategy.go, storage/storage.go). */
final class ServiceRules implements KindRules {

    private static final List<String> ADDRESSED = List.of("ClusterIP", "NodePort", "LoadBalancer");
    private static final List<String> EXTERNAL = List.of("NodePort", "LoadBalancer");

    @Override
    public MapNode prepareForCreate(MapNode object) {
        MapNode spec = normalized(object.findMap("spec"));
        spec = ServiceAddresses.families(spec);
        spec = ServiceAddresses.allocated(spec, uid(object));
        return object.with("spec", spec);
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        MapNode before = old.findMap("spec");
        MapNode spec = kept(moved(object.findMap("spec"), before), before);
        spec = normalized(spec);
        spec = withoutOtherTypes(spec, before);
        spec = ServiceAddresses.families(spec);
        return object.with("spec", ServiceAddresses.allocated(spec, uid(old)));
    }

    private static String uid(MapNode object) {
        return object.findText("metadata", "uid");
    }

    static boolean isAddressed(MapNode spec) {
        return ADDRESSED.contains(type(spec));
    }

    static boolean isExternal(MapNode spec) {
        return EXTERNAL.contains(type(spec));
    }

    /** Whether it can be reached from outside, also by addresses that others route (apis/core/v1/helper). */
    private static boolean isReachable(MapNode spec) {
        return isExternal(spec)
                || (type(spec).equals("ClusterIP")
                        && !spec.findList("externalIPs").isEmpty());
    }

    static String type(MapNode spec) {
        return spec.findText("type");
    }

    /** The single address and the list say the same. */
    private static MapNode normalized(MapNode spec) {
        String address = spec.findString("clusterIP");
        boolean given = address != null && !address.isEmpty();
        return given && spec.findList("clusterIPs").isEmpty()
                ? spec.with("clusterIPs", ListNode.ofStrings(List.of(address)))
                : spec;
    }

    /** A changed single address changes the list, which the client left as it was (normalizeClusterIPs). */
    private static MapNode moved(MapNode spec, MapNode before) {
        Node address = spec.get("clusterIP");
        boolean changed = !Objects.equals(address, before.get("clusterIP"));
        boolean sameList = Objects.equals(spec.get("clusterIPs"), before.get("clusterIPs"));
        if (!changed || !sameList) {
            return spec;
        }
        return address == null || isUnset(address)
                ? spec.without("clusterIPs")
                : spec.with("clusterIPs", ListNode.of(List.of(address)));
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        return ServiceValidation.validate(object);
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        return ServiceValidation.validateUpdate(object, old);
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        return ServiceValidation.warnings(object);
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return ServiceValidation.warnings(object);
    }

    /** What was allocated stays where the client leaves it out (patchAllocatedValues). */
    private static MapNode kept(MapNode spec, MapNode before) {
        MapNode result = spec;
        if (isAddressed(spec) && isAddressed(before)) {
            if (isUnset(spec.get("clusterIP"))) {
                result = copied(result, before, "clusterIP");
            }
            if (spec.findList("clusterIPs").isEmpty()
                    && Objects.equals(result.get("clusterIP"), before.get("clusterIP"))) {
                result = copied(result, before, "clusterIPs");
            }
            if (spec.findList("ipFamilies").isEmpty()) {
                result = copied(result, before, "ipFamilies");
            }
            if (isUnset(spec.get("ipFamilyPolicy"))) {
                result = copied(result, before, "ipFamilyPolicy");
            }
        }
        if (isExternal(spec) && isExternal(before) && result.get("ports") instanceof ListNode ports) {
            result = result.with("ports", ports.map(port -> keptPort(port, before.findList("ports"))));
        }
        return result;
    }

    private static Node keptPort(Node port, ListNode before) {
        if (!(port instanceof MapNode map) || !isUnset(map.get("nodePort"))) {
            return port;
        }
        for (Node old : before) {
            boolean same = Objects.equals(old.find("port"), map.get("port"))
                    && Objects.equals(old.find("protocol"), map.get("protocol"));
            Node number = old.find("nodePort");
            if (same && number != null) {
                return map.with("nodePort", number);
            }
        }
        return port;
    }

    private static MapNode copied(MapNode spec, MapNode before, String field) {
        Node value = before.get(field);
        return value == null ? spec : spec.with(field, value);
    }

    static boolean isUnset(@org.jspecify.annotations.Nullable Node value) {
        return value == null || value.isNull() || value.equals(ScalarNode.of("")) || value.equals(ScalarNode.of(0));
    }

    /** What another type had goes, unless the client changes it in the same write (dropTypeDependentFields). */
    private static MapNode withoutOtherTypes(MapNode spec, MapNode before) {
        MapNode result = spec;
        if (isAddressed(before) && !isAddressed(spec)) {
            result = withoutSame(result, before, "clusterIP");
            result = withoutSame(result, before, "clusterIPs");
            result = withoutSame(result, before, "ipFamilies");
            result = withoutSame(result, before, "ipFamilyPolicy");
            result = withoutSame(result, before, "internalTrafficPolicy");
        }
        if (isExternal(before) && !isExternal(spec)) {
            if (result.has("ports") && samePorts(result, before)) {
                result = result.with(
                        "ports",
                        result.findList("ports")
                                .map(port -> port instanceof MapNode map ? map.without("nodePort") : port));
            }
            result = withoutSame(result, before, "healthCheckNodePort");
        }
        if (isReachable(before) && !isReachable(spec)) {
            result = withoutSame(result, before, "externalTrafficPolicy");
        }
        if (type(before).equals("LoadBalancer") && !type(spec).equals("LoadBalancer")) {
            result = withoutSame(result, before, "allocateLoadBalancerNodePorts");
            result = withoutSame(result, before, "loadBalancerClass");
        }
        return result;
    }

    private static boolean samePorts(MapNode spec, MapNode before) {
        List<Node> now = nodePorts(spec);
        return now.isEmpty() || nodePorts(before).containsAll(now);
    }

    private static List<Node> nodePorts(MapNode spec) {
        return spec.findList("ports").stream()
                .map(port -> port.find("nodePort"))
                .filter(Objects::nonNull)
                .map(Node::of)
                .toList();
    }

    private static MapNode withoutSame(MapNode spec, MapNode before, String field) {
        return Objects.equals(spec.get(field), before.get(field)) ? spec.without(field) : spec;
    }
}
