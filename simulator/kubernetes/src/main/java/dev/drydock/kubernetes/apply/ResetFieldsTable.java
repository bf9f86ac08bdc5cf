package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.GroupVersionResource;
import java.util.Map;
import java.util.Set;

/** What the strategies of the built-in resources reset (pkg/registry, GetResetFields). */
final class ResetFieldsTable {

    private static final FieldSet STATUS = FieldSet.ofFields(new String[] {"status"});
    private static final FieldSet SPEC = FieldSet.ofFields(new String[] {"spec"});
    private static final FieldSet SPEC_AND_OWNERS =
            FieldSet.ofFields(new String[] {"spec"}, new String[] {"metadata", "deletionTimestamp"}, new String[] {
                "metadata", "ownerReferences"
            });
    private static final FieldSet SPEC_AND_LABELS =
            FieldSet.ofFields(new String[] {"spec"}, new String[] {"metadata", "labels"});
    private static final FieldSet SPEC_AND_METADATA =
            FieldSet.ofFields(new String[] {"spec"}, new String[] {"metadata"});

    /** Resources whose objects have a status that only the status subresource writes, by group. */
    private static final Map<String, Set<String>> WITH_STATUS = Map.ofEntries(
            Map.entry(
                    "",
                    Set.of(
                            "pods",
                            "nodes",
                            "namespaces",
                            "persistentvolumes",
                            "persistentvolumeclaims",
                            "replicationcontrollers",
                            "resourcequotas",
                            "services")),
            Map.entry("apps", Set.of("deployments", "daemonsets", "replicasets", "statefulsets")),
            Map.entry("autoscaling", Set.of("horizontalpodautoscalers")),
            Map.entry("batch", Set.of("jobs", "cronjobs")),
            Map.entry("certificates.k8s.io", Set.of("certificatesigningrequests")),
            Map.entry("policy", Set.of("poddisruptionbudgets")),
            Map.entry("networking.k8s.io", Set.of("ingresses", "servicecidrs")),
            Map.entry("resource.k8s.io", Set.of("resourceclaims")),
            Map.entry("flowcontrol.apiserver.k8s.io", Set.of("flowschemas", "prioritylevelconfigurations")),
            Map.entry("admissionregistration.k8s.io", Set.of("validatingadmissionpolicies")),
            Map.entry("storage.k8s.io", Set.of("volumeattachments")),
            Map.entry("apiextensions.k8s.io", Set.of("customresourcedefinitions")),
            Map.entry("apiregistration.k8s.io", Set.of("apiservices")));

    private ResetFieldsTable() {}

    static FieldSet of(GroupVersionResource resource, String subresource) {
        boolean hasStatus = WITH_STATUS.getOrDefault(resource.group(), Set.of()).contains(resource.resource());
        if (!hasStatus) {
            return FieldSet.EMPTY;
        }
        return switch (subresource) {
            case "", "finalize" -> STATUS;
            case "status" -> ofStatus(resource.resource());
            default -> FieldSet.EMPTY;
        };
    }

    private static FieldSet ofStatus(String resource) {
        return switch (resource) {
            case "pods" -> SPEC_AND_OWNERS;
            case "deployments" -> SPEC_AND_LABELS;
            case "customresourcedefinitions",
                    "apiservices",
                    "validatingadmissionpolicies",
                    "flowschemas",
                    "prioritylevelconfigurations" -> SPEC_AND_METADATA;
            default -> SPEC;
        };
    }
}
