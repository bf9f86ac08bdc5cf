package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** Pods (pkg/registry/core/pod/strategy.go). */
final class PodRules implements KindRules {

    private static final List<String> COUNTED = List.of("cpu", "memory");

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return object.with("status", MapNode.of("phase", "Pending", "qosClass", qualityOfService(object)));
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
