package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Service and the Pods behind it.
 *
 * @param service the Service
 * @param pods the Pods with an address that its selector matches, by address
 */
record ServicePods(MapNode service, List<MapNode> pods) {

    static final String LAST_CHANGE = "endpoints.kubernetes.io/last-change-trigger-time";
    private static final String HEADLESS = "service.kubernetes.io/headless";

    /** The Pods of a Service that a selector is to find them for. */
    static ServicePods of(LoopContext context, MapNode service) {
        MapNode selector = MapNode.of("matchLabels", service.findMap("spec", "selector"));
        List<MapNode> pods = context.list(Kinds.POD, NamespacedName.of(service).namespace()).stream()
                .filter(pod -> !pod.findList("status", "podIPs").isEmpty()
                        && !List.of("Succeeded", "Failed").contains(pod.findText("status", "phase"))
                        && LabelSelectors.matches(
                                selector, pod.findMap("metadata", "labels").strings()))
                .sorted(Comparator.comparing((MapNode pod) -> pod.findText("status", "podIP")))
                .toList();
        return new ServicePods(service, pods);
    }

    /** Whether the controllers make endpoints for a Service. */
    static boolean isSelecting(MapNode service) {
        return !service.findMap("spec", "selector").isEmpty()
                && !service.findText("spec", "type").equals("ExternalName")
                && service.find("metadata", "deletionTimestamp") == null;
    }

    boolean isHeadless() {
        return List.of("", "None").contains(service.findText("spec", "clusterIP"));
    }

    boolean showsUnready() {
        return service.isTrue("spec", "publishNotReadyAddresses");
    }

    /** The labels of the Service, which are passed on, and whether it is headless. */
    MapNode labels() {
        MapNode labels = service.findMap("metadata", "labels");
        return isHeadless() ? labels.with(HEADLESS, "") : labels.without(HEADLESS);
    }

    /** The ports of a Pod to which those of the Service lead. */
    List<MapNode> ports(MapNode pod) {
        List<MapNode> ports = new ArrayList<>();
        for (Node port : service.findList("spec", "ports")) {
            Node number = number(port, pod);
            if (number != null) {
                ports.add(MapNode.builder()
                        .put("name", port.findText("name"))
                        .put("protocol", port.findText("protocol"))
                        .put("port", number)
                        .putIfPresent("appProtocol", port.find("appProtocol"))
                        .build());
            }
        }
        return List.copyOf(ports);
    }

    private static @Nullable Node number(Node port, MapNode pod) {
        Node target = port.find("targetPort");
        if (!(target instanceof ScalarNode scalar) || !scalar.isString()) {
            return target == null ? port.find("port") : target;
        }
        for (Node container : pod.findList("spec", "containers")) {
            for (Node open : container.findList("ports")) {
                Node found = open.find("containerPort");
                boolean fits = open.findText("name").equals(scalar.stringValue())
                        && open.findText("protocol").equals(port.findText("protocol"));
                if (fits && found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    static MapNode reference(MapNode pod) {
        return MapNode.builder()
                .put("kind", "Pod")
                .put("namespace", NamespacedName.of(pod).namespace())
                .put("name", NamespacedName.of(pod).name())
                .put("uid", pod.findText("metadata", "uid"))
                .build();
    }

    /** Whether a Pod is found by a name of its own. */
    boolean hasHostName(MapNode pod) {
        return !pod.findText("spec", "hostname").isEmpty()
                && pod.findText("spec", "subdomain")
                        .equals(NamespacedName.of(service).name());
    }

    /** When the last change came: the Service itself at first, then Pods that became ready; empty when nothing tells. */
    String lastChange(ListNode knownBefore, boolean first) {
        String before = knownBefore.toString();
        return pods.stream()
                .filter(pod -> !before.contains(pod.findText("metadata", "uid")))
                .flatMap(pod -> pod.findList("status", "conditions").stream())
                .filter(condition -> condition.findText("type").equals("Ready"))
                .map(condition -> condition.findText("lastTransitionTime"))
                .max(Comparator.naturalOrder())
                .orElse(first ? service.findText("metadata", "creationTimestamp") : "");
    }
}
