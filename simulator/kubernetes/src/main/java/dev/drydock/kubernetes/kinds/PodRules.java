package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** Pods (pkg/registry/core/pod/strategy.go). */
final class PodRules implements KindRules {

    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final String LOCAL_PROFILE = "localhost/";
    private static final List<String> COUNTED = List.of("cpu", "memory");

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return withAppArmorFields(object)
                .with("status", MapNode.of("phase", "Pending", "qosClass", qualityOfService(object)));
    }

    /** The annotations that came before the field set it where it is unset. */
    private static MapNode withAppArmorFields(MapNode pod) {
        MapNode annotations = pod.findMap("metadata", "annotations");
        MapNode result = pod;
        for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
            ListNode containers = pod.findList("spec", list);
            if (!containers.isEmpty()) {
                List<Node> changed = containers.items().stream()
                        .map(container -> withAppArmorField(container, annotations))
                        .toList();
                result = result.with(List.of("spec", list), ListNode.of(changed));
            }
        }
        return result;
    }

    private static Node withAppArmorField(Node container, MapNode annotations) {
        String value = annotations.findString(APP_ARMOR + container.findString("name"));
        MapNode profile = value == null ? MapNode.EMPTY : appArmorProfile(value);
        return container instanceof MapNode map
                        && !profile.isEmpty()
                        && map.find("securityContext", "appArmorProfile") == null
                ? map.with(List.of("securityContext", "appArmorProfile"), profile)
                : container;
    }

    private static MapNode appArmorProfile(String annotation) {
        if (annotation.startsWith(LOCAL_PROFILE) && annotation.length() > LOCAL_PROFILE.length()) {
            return MapNode.of("type", "Localhost", "localhostProfile", annotation.substring(LOCAL_PROFILE.length()));
        }
        return switch (annotation) {
            case "runtime/default" -> MapNode.of("type", "RuntimeDefault");
            case "unconfined" -> MapNode.of("type", "Unconfined");
            default -> MapNode.EMPTY;
        };
    }

    /** Guaranteed when everything is limited to what it requests, best effort when nothing is (apis/core/helper/qos). */
    private static String qualityOfService(MapNode pod) {
        boolean guaranteed = true;
        boolean any = false;
        for (String list : List.of("containers", "initContainers")) {
            for (Node container : pod.findList("spec", list)) {
                for (String resource : COUNTED) {
                    Node request = container.find("resources", "requests", resource);
                    Node limit = container.find("resources", "limits", resource);
                    any |= request != null || limit != null;
                    guaranteed &= limit != null && (request == null || request.equals(limit));
                }
            }
        }
        return !any ? "BestEffort" : guaranteed ? "Guaranteed" : "Burstable";
    }
}
