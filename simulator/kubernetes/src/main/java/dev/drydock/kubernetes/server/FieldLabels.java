package dev.drydock.kubernetes.server;

import dev.drydock.kubernetes.selector.FieldSelector;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields by which lists can be selected (pkg/apis/&#42;/v1/conversion.go, AddFieldLabelConversionsFor…). */
final class FieldLabels {

    private static final Set<String> EVERYWHERE = Set.of("metadata.name", "metadata.namespace");

    private static final Map<String, Set<String>> BY_RESOURCE = Map.ofEntries(
            Map.entry(
                    "pods",
                    Set.of(
                            "spec.nodeName",
                            "spec.restartPolicy",
                            "spec.schedulerName",
                            "spec.serviceAccountName",
                            "spec.hostNetwork",
                            "status.phase",
                            "status.podIP",
                            "status.podIPs",
                            "status.nominatedNodeName",
                            "spec.host")),
            Map.entry("nodes", Set.of("spec.unschedulable")),
            Map.entry("replicationcontrollers", Set.of("status.replicas")),
            Map.entry("replicasets.apps", Set.of("status.replicas")),
            Map.entry(
                    "events",
                    Set.of(
                            "involvedObject.kind",
                            "involvedObject.namespace",
                            "involvedObject.name",
                            "involvedObject.uid",
                            "involvedObject.apiVersion",
                            "involvedObject.resourceVersion",
                            "involvedObject.fieldPath",
                            "reason",
                            "reportingComponent",
                            "source",
                            "type")),
            Map.entry("namespaces", Set.of("status.phase")),
            Map.entry("secrets", Set.of("type")),
            Map.entry("services", Set.of("spec.clusterIP", "spec.type")),
            Map.entry("jobs.batch", Set.of("status.successful")),
            Map.entry("certificatesigningrequests.certificates.k8s.io", Set.of("spec.signerName")),
            Map.entry("resourceslices.resource.k8s.io", Set.of("spec.nodeName", "spec.driver")));

    private FieldLabels() {}

    /** Refuses a selector by fields that lists of the resource do not know. */
    static void check(ServerState state, Call call, FieldSelector selector) {
        for (FieldSelector.Requirement requirement : selector.requirements()) {
            String path = requirement.path();
            boolean nowhere = call.isCustom() && !call.resource().namespaced() && path.equals("metadata.namespace");
            if (nowhere || (!EVERYWHERE.contains(path) && !isKnown(state, call, path))) {
                throw new RefusedException(Statuses.badRequest(words(call, path)));
            }
        }
    }

    private static String words(Call call, String path) {
        if (call.gvr().groupResource().equals("jobs.batch")) {
            return "field label " + GoQuote.quote(path) + " not supported for Job";
        }
        return BY_RESOURCE.containsKey(call.gvr().groupResource()) || call.isCustom()
                ? "field label not supported: " + path
                : GoQuote.quote(path)
                        + " is not a known field selector: only \"metadata.name\", \"metadata.namespace\"";
    }

    private static boolean isKnown(ServerState state, Call call, String path) {
        if (!call.isCustom()) {
            return BY_RESOURCE
                    .getOrDefault(call.gvr().groupResource(), Set.of())
                    .contains(path);
        }
        List<Node> versions = CustomKinds.definitionOf(state, call.resource())
                .map(definition -> definition.findList("spec", "versions").items())
                .orElse(List.of());
        return versions.stream()
                .filter(version -> call.gvr().version().equals(version.findText("name")))
                .flatMap(version -> version.findList("selectableFields").stream())
                .anyMatch(field -> field.findText("jsonPath").equals("." + path));
    }
}
