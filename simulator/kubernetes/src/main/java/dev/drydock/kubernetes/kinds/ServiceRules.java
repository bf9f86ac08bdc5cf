package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.Surroundings;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Services: what belongs to a type comes and goes with it (pkg/registry/core/service/strategy.go, storage/storage.go). */
final class ServiceRules implements KindRules {

    static final String NONE = "None";
    /** The types that must say how traffic of the cluster goes. */
    static final List<String> ADDRESSED = List.of("ClusterIP", "NodePort", "LoadBalancer");

    private static final List<String> EXTERNAL = List.of("NodePort", "LoadBalancer");

    @Override
    public MapNode beginCreate(MapNode object, Surroundings around) {
        return ServiceAllocation.ofNew(object, around);
    }

    @Override
    public MapNode beginUpdate(MapNode object, MapNode old, Surroundings around) {
        return ServiceAllocation.ofChanged(object, old, around);
    }

    /** Names of other hosts have no traffic of the cluster, though stored ones may say so (registry/core/service/storage). */
    @Override
    public MapNode asRead(MapNode object) {
        MapNode spec = object.findMap("spec");
        if (!type(spec).equals("ExternalName")) {
            return object;
        }
        return object.with(
                "spec", ServiceAllocation.normalized(spec, MapNode.EMPTY).without("internalTrafficPolicy"));
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        return object.with("spec", withoutOtherTypes(object.findMap("spec"), old.findMap("spec")));
    }

    static boolean isAddressed(MapNode spec) {
        return !type(spec).equals("ExternalName");
    }

    static boolean isExternal(MapNode spec) {
        return EXTERNAL.contains(type(spec));
    }

    /** Whether it can be reached from outside, also by addresses that others route (pkg/api/service/util.go). */
    static boolean isReachable(MapNode spec) {
        return isExternal(spec)
                || (type(spec).equals("ClusterIP")
                        && !spec.findList("externalIPs").isEmpty());
    }

    /** Whether a load balancer asks nodes whether they have an endpoint (pkg/api/service/util.go, NeedsHealthCheck). */
    static boolean needsHealthCheck(MapNode spec) {
        return type(spec).equals("LoadBalancer") && "Local".equals(spec.findString("externalTrafficPolicy"));
    }

    static boolean isHeadless(MapNode spec) {
        return spec.findList("clusterIPs").strings().equals(List.of(NONE));
    }

    static String type(MapNode spec) {
        return spec.findText("type");
    }

    static boolean isUnset(@Nullable Node value) {
        return value == null || value.isNull() || value.equals(ScalarNode.of("")) || value.equals(ScalarNode.of(0));
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
        return ServiceWarnings.of(object);
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return ServiceWarnings.of(object);
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
        if (isExternal(before) && !isExternal(spec) && samePorts(result, before)) {
            result = result.with(
                    "ports",
                    result.findList("ports").map(port -> port instanceof MapNode map ? map.without("nodePort") : port));
        }
        if (needsHealthCheck(before) && !needsHealthCheck(spec)) {
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
        return spec.has("ports") && (now.isEmpty() || nodePorts(before).containsAll(now));
    }

    /** The node ports that a service has. */
    static List<Node> nodePorts(MapNode spec) {
        return spec.findList("ports").stream()
                .map(port -> port.find("nodePort"))
                .filter(port -> !isUnset(port))
                .map(Node::of)
                .toList();
    }

    private static MapNode withoutSame(MapNode spec, MapNode before, String field) {
        return Objects.equals(spec.get(field), before.get(field)) ? spec.without(field) : spec;
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode object, MapNode old) {
        return LoadBalancerStatus.ofService(object);
    }
}
