package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.validation.IpAddress;
import dev.drydock.kubernetes.validation.NameRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** In what the strategies and storages of the resources differ (pkg/registry upstream). */
final class Traits {

    private static final Set<String> CREATED_BY_UPDATE = Set.of(
            "leases.coordination.k8s.io",
            "leasecandidates.coordination.k8s.io",
            "endpoints",
            "events",
            "events.events.k8s.io",
            "limitranges",
            "services",
            "runtimeclasses.node.k8s.io",
            "roles.rbac.authorization.k8s.io",
            "rolebindings.rbac.authorization.k8s.io",
            "clusterroles.rbac.authorization.k8s.io",
            "clusterrolebindings.rbac.authorization.k8s.io");

    /** Resources whose updates must name the version that they are based on; custom resources are of them. */
    private static final Set<String> CONDITIONAL = Set.of(
            "poddisruptionbudgets.policy",
            "leases.coordination.k8s.io",
            "leasecandidates.coordination.k8s.io",
            "runtimeclasses.node.k8s.io",
            "csidrivers.storage.k8s.io",
            "csinodes.storage.k8s.io",
            "csistoragecapacities.storage.k8s.io",
            "volumeattachments.storage.k8s.io",
            "mutatingwebhookconfigurations.admissionregistration.k8s.io",
            "validatingwebhookconfigurations.admissionregistration.k8s.io",
            "validatingadmissionpolicies.admissionregistration.k8s.io",
            "validatingadmissionpolicybindings.admissionregistration.k8s.io",
            "mutatingadmissionpolicies.admissionregistration.k8s.io",
            "mutatingadmissionpolicybindings.admissionregistration.k8s.io",
            "customresourcedefinitions.apiextensions.k8s.io",
            "apiservices.apiregistration.k8s.io");

    private static final Set<String> DELETED_OBJECT_RETURNED = Set.of(
            "pods",
            "namespaces",
            "services",
            "persistentvolumes",
            "persistentvolumeclaims",
            "serviceaccounts",
            "resourcequotas",
            "podtemplates",
            "storageclasses.storage.k8s.io",
            "csidrivers.storage.k8s.io",
            "csinodes.storage.k8s.io",
            "volumeattachments.storage.k8s.io",
            "volumeattributesclasses.storage.k8s.io",
            "deviceclasses.resource.k8s.io",
            "resourceclaims.resource.k8s.io",
            "resourceclaimtemplates.resource.k8s.io",
            "resourceslices.resource.k8s.io");

    /** Resources whose names are checked by the format that their type declares, which says nothing of generateName. */
    private static final Set<String> NAMED_BY_FORMAT =
            Set.of("replicationcontrollers", "deviceclasses.resource.k8s.io");

    private static final Set<String> NAMED_BY_LABELS = Set.of("namespaces", "services", "statefulsets.apps");

    private static final int LONGEST_CRON_JOB = 52; // its Jobs are named after it, with a time

    private Traits() {}

    /** Whether an object without a name is given a unique one. */
    static boolean isNamedByUid(GroupVersionResource resource) {
        return resource.groupResource().equals("limitranges");
    }

    /** Whether only the common checks look at metadata.generateName. */
    static boolean ignoresGenerateName(GroupVersionResource resource) {
        return NAMED_BY_FORMAT.contains(resource.groupResource());
    }

    /** What is wrong with a name of an object of a resource. */
    static List<String> wrongWithName(GroupVersionResource resource, String name) {
        String groupResource = resource.groupResource();
        if (resource.group().equals("rbac.authorization.k8s.io")
                || groupResource.equals("poddisruptionbudgets.policy")) {
            return NameRules.pathSegment(name);
        }
        if (groupResource.equals("cronjobs.batch") && name.length() > LONGEST_CRON_JOB) {
            List<String> wrong = new ArrayList<>(NameRules.dnsSubdomain(name));
            wrong.add("must be no more than " + LONGEST_CRON_JOB + " characters");
            return wrong;
        }
        if (groupResource.equals("ipaddresses.networking.k8s.io")) {
            return IpAddress.wrongWithCanonical(name);
        }
        return NAMED_BY_LABELS.contains(groupResource) ? NameRules.dnsLabel(name) : NameRules.dnsSubdomain(name);
    }

    /** Whether a new object keeps the status that the client gives it, as kubelets do for their node. */
    static boolean keepsStatus(GroupVersionResource resource) {
        return resource.groupResource().equals("nodes");
    }

    /** Whether a PUT of a name that does not exist creates the object. */
    static boolean isCreatedByUpdate(GroupVersionResource resource) {
        return CREATED_BY_UPDATE.contains(resource.groupResource());
    }

    /** Whether an update may leave out the resourceVersion. */
    static boolean allowsUnconditionalUpdate(GroupVersionResource resource, boolean custom) {
        return !custom && !CONDITIONAL.contains(resource.groupResource());
    }

    /** Whether a deletion answers with the object rather than with a Status. */
    static boolean returnsDeletedObject(GroupVersionResource resource) {
        return DELETED_OBJECT_RETURNED.contains(resource.groupResource());
    }

    /** Whether dependents are orphaned when a deletion says nothing about them. */
    static boolean orphansDependents(GroupVersionResource resource) {
        return resource.groupResource().equals("replicationcontrollers")
                || resource.groupResource().equals("jobs.batch");
    }

    /** Whether deletions of the resource heed propagation policies. */
    static boolean isGarbageCollected(GroupVersionResource resource) {
        return !resource.resource().equals("events");
    }
}
