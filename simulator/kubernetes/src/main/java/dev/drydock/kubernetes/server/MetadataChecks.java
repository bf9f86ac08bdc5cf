package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order the registry strategies look at the metadata and at the rest of an object that replaces another, and which of
 * the two families of metadata rules a kind uses (pkg/apis and pkg/registry upstream, group by group).
 */
final class MetadataChecks {

    /** One step of the validation of an update. */
    enum Step {
        /** The metadata as those of an update (ValidateObjectMetaUpdate). */
        UPDATE,
        /** The metadata as those of a new object (ValidateObjectMeta). */
        WHOLE,
        /** The rest as that of a new object. */
        ANEW,
        /** What the kind asks of an update. */
        KIND
    }

    private static final List<Step> USUAL = List.of(Step.UPDATE, Step.KIND);
    private static final List<Step> WHOLE_AFTERWARDS = List.of(Step.UPDATE, Step.WHOLE, Step.KIND);
    private static final List<Step> WHOLE_ONLY = List.of(Step.WHOLE, Step.KIND);
    private static final List<Step> WHOLE_FIRST = List.of(Step.WHOLE, Step.ANEW, Step.UPDATE, Step.KIND);

    private static final Map<String, List<Step>> STEPS = new HashMap<>();

    static {
        all(
                WHOLE_AFTERWARDS,
                "pods",
                "configmaps",
                "secrets",
                "serviceaccounts",
                "endpoints",
                "persistentvolumeclaims",
                "ingresses.networking.k8s.io",
                "ingressclasses.networking.k8s.io",
                "controllerrevisions.apps",
                "volumeattributesclasses.storage.k8s.io",
                "apiservices.apiregistration.k8s.io");
        all(
                WHOLE_ONLY,
                "limitranges",
                "csinodes.storage.k8s.io",
                "volumeattachments.storage.k8s.io",
                "endpointslices.discovery.k8s.io",
                "flowschemas.flowcontrol.apiserver.k8s.io",
                "prioritylevelconfigurations.flowcontrol.apiserver.k8s.io",
                "validatingwebhookconfigurations.admissionregistration.k8s.io",
                "mutatingwebhookconfigurations.admissionregistration.k8s.io",
                "validatingadmissionpolicies.admissionregistration.k8s.io",
                "validatingadmissionpolicybindings.admissionregistration.k8s.io",
                "mutatingadmissionpolicies.admissionregistration.k8s.io",
                "mutatingadmissionpolicybindings.admissionregistration.k8s.io");
        all(
                WHOLE_FIRST,
                "namespaces",
                "nodes",
                "jobs.batch",
                "runtimeclasses.node.k8s.io",
                "storageclasses.storage.k8s.io",
                "csistoragecapacities.storage.k8s.io",
                "ipaddresses.networking.k8s.io",
                "certificatesigningrequests.certificates.k8s.io",
                "deviceclasses.resource.k8s.io",
                "resourceclaims.resource.k8s.io",
                "resourceclaimtemplates.resource.k8s.io",
                "roles.rbac.authorization.k8s.io",
                "clusterroles.rbac.authorization.k8s.io",
                "rolebindings.rbac.authorization.k8s.io",
                "clusterrolebindings.rbac.authorization.k8s.io");
        STEPS.put("persistentvolumes", List.of(Step.WHOLE, Step.ANEW, Step.WHOLE, Step.ANEW, Step.KIND));
        all(List.of(Step.KIND), "poddisruptionbudgets.policy", "events", "events.events.k8s.io");
    }

    /** Kinds that take the rules of apimachinery, which let finalizers without a domain pass. */
    private static final Set<String> OF_MACHINERY = Set.of(
            "leases.coordination.k8s.io",
            "leasecandidates.coordination.k8s.io",
            "runtimeclasses.node.k8s.io",
            "apiservices.apiregistration.k8s.io");

    private static final Set<String> GROUPS_OF_MACHINERY =
            Set.of("apiextensions.k8s.io", "admissionregistration.k8s.io");

    private MetadataChecks() {}

    private static void all(List<Step> steps, String... resources) {
        for (String resource : resources) {
            STEPS.put(resource, steps);
        }
    }

    /** The steps of an update of the main resource, or through a subresource. */
    static List<Step> ofUpdate(GroupVersionResource resource, boolean main) {
        return main ? STEPS.getOrDefault(resource.groupResource(), USUAL) : USUAL;
    }

    /** Whether the kind itself looks at the metadata of a new object; the server does in any case. */
    static boolean areOfKind(GroupVersionResource resource) {
        return !ofUpdate(resource, true).equals(List.of(Step.KIND));
    }

    /** Whether finalizers must also be standard or fully qualified. */
    static boolean qualifyFinalizers(GroupVersionResource resource, boolean custom) {
        return !custom
                && !GROUPS_OF_MACHINERY.contains(resource.group())
                && !OF_MACHINERY.contains(resource.groupResource());
    }
}
