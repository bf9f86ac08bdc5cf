package dev.drydock.flux.ssa;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** What Flux makes of an object before it applies it (ssa/normalize). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Normalization {

    private static final List<String> POD_TEMPLATE = List.of("spec", "template", "spec");

    private static final Map<String, List<String>> POD_SPECS = Map.of(
            "v1 Pod", List.of("spec"),
            "apps/v1 Deployment", POD_TEMPLATE,
            "apps/v1 StatefulSet", POD_TEMPLATE,
            "apps/v1 DaemonSet", POD_TEMPLATE,
            "apps/v1 ReplicaSet", POD_TEMPLATE,
            "batch/v1 Job", POD_TEMPLATE,
            "batch/v1 CronJob", List.of("spec", "jobTemplate", "spec", "template", "spec"));

    private Normalization() {}

    /**
     * The object as it is sent to the API server: built-in types in their typed form with default port protocols and
     * Secret strings as data; no status, except for CustomResourceDefinitions. Roles and ClusterRoles stay as they are.
     */
    public static MapNode normalize(MapNode object) {
        String type = ObjectFields.apiVersion(object) + " " + ObjectFields.kind(object);
        if (type.equals("rbac.authorization.k8s.io/v1 Role")
                || type.equals("rbac.authorization.k8s.io/v1 ClusterRole")) {
            return object;
        }
        MapNode typed = GoTypes.roundTrip(object);
        MapNode result = typed == null ? object : withDefaults(typed, type);
        Node metadata = result.get("metadata");
        if (metadata == null || metadata instanceof MapNode) {
            result = result.with(List.of("metadata", "creationTimestamp"), ScalarNode.NULL);
        }
        return ApplyStages.isCrd(result) ? result : result.without("status");
    }

    private static MapNode withDefaults(MapNode object, String type) {
        List<String> podSpec = POD_SPECS.get(type);
        if (podSpec != null) {
            return (MapNode) object.update(podSpec, Normalization::containerPorts);
        }
        return switch (type) {
            case "v1 Service" -> (MapNode) object.update(List.of("spec"), spec -> withProtocols((MapNode) spec));
            case "v1 Secret" -> secret(object);
            default -> object;
        };
    }

    private static Node containerPorts(Node spec) {
        if (!(spec instanceof MapNode map) || !(map.get("containers") instanceof ListNode containers)) {
            return spec;
        }
        return map.with("containers", containers.map(container -> withProtocols((MapNode) container)));
    }

    private static MapNode withProtocols(MapNode owner) {
        return owner.get("ports") instanceof ListNode ports
                ? owner.with(
                        "ports",
                        ports.map(port ->
                                port.find("protocol") == null ? ((MapNode) port).with("protocol", "TCP") : port))
                : owner;
    }

    private static MapNode secret(MapNode secret) {
        MapNode strings = secret.findMap("stringData");
        if (strings.isEmpty()) {
            return secret;
        }
        MapNode.Builder data = MapNode.builder().putAll(secret.findMap("data"));
        strings.strings()
                .forEach((key, value) ->
                        data.put(key, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return secret.without("stringData").with("data", data.build());
    }
}
