package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kinds count generations, and what raises them (the registry strategies upstream). */
final class Generations {

    private static final Set<String> COUNTED = Set.of(
            "pods",
            "podtemplates",
            "replicationcontrollers",
            "deployments.apps",
            "daemonsets.apps",
            "replicasets.apps",
            "statefulsets.apps",
            "jobs.batch",
            "cronjobs.batch",
            "poddisruptionbudgets.policy",
            "ingresses.networking.k8s.io",
            "ingressclasses.networking.k8s.io",
            "networkpolicies.networking.k8s.io",
            "endpointslices.discovery.k8s.io",
            "priorityclasses.scheduling.k8s.io",
            "customresourcedefinitions.apiextensions.k8s.io",
            "validatingwebhookconfigurations.admissionregistration.k8s.io",
            "mutatingwebhookconfigurations.admissionregistration.k8s.io",
            "validatingadmissionpolicies.admissionregistration.k8s.io",
            "validatingadmissionpolicybindings.admissionregistration.k8s.io",
            "mutatingadmissionpolicies.admissionregistration.k8s.io",
            "mutatingadmissionpolicybindings.admissionregistration.k8s.io",
            "deviceclasses.resource.k8s.io",
            "flowschemas.flowcontrol.apiserver.k8s.io",
            "prioritylevelconfigurations.flowcontrol.apiserver.k8s.io");

    private static final String COUNTED_FROM_UPDATE = "csidrivers.storage.k8s.io"; // new ones have none

    private static final Set<String> HEED_EMPTIES = Set.of(
            "networkpolicies.networking.k8s.io",
            "validatingwebhookconfigurations.admissionregistration.k8s.io",
            "mutatingwebhookconfigurations.admissionregistration.k8s.io");

    private Generations() {}

    static boolean areCounted(GroupVersionResource resource, boolean custom) {
        return custom || COUNTED.contains(resource.groupResource());
    }

    /** Whether updates raise the generation. */
    static boolean areRaised(GroupVersionResource resource, boolean custom) {
        return areCounted(resource, custom) || resource.groupResource().equals(COUNTED_FROM_UPDATE);
    }

    /** Whether an empty list is another thing than none (reflect.DeepEqual in the strategy). */
    static boolean heedEmpties(GroupVersionResource resource) {
        return HEED_EMPTIES.contains(resource.groupResource());
    }

    /** Whether what counts for a resource differs: mostly all but metadata and status. */
    static boolean differ(GroupVersionResource resource, MapNode object, MapNode old, boolean withStatus) {
        return switch (resource.groupResource()) {
            case "priorityclasses.scheduling.k8s.io" -> false;
            case "deployments.apps" ->
                contentDiffers(object, old, withStatus)
                        || !object.findMap("metadata", "annotations").equals(old.findMap("metadata", "annotations"));
            case "endpointslices.discovery.k8s.io" ->
                contentDiffers(object, old, withStatus)
                        || !object.findMap("metadata", "labels").equals(old.findMap("metadata", "labels"));
            default -> contentDiffers(object, old, withStatus);
        };
    }

    private static boolean contentDiffers(MapNode object, MapNode old, boolean withStatus) {
        return !content(object, withStatus).equals(content(old, withStatus));
    }

    private static MapNode content(MapNode object, boolean withStatus) {
        MapNode content = object.without(List.of("metadata", "apiVersion", "kind"));
        return withStatus ? content : content.without("status");
    }

    static long next(@Nullable Node old) {
        Long generation = old == null ? null : old.findLong("metadata", "generation");
        return generation == null ? 1 : generation + 1;
    }
}
