package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses objects in namespaces that do not exist or are being deleted, and the deletion of the namespaces that a cluster
 * cannot do without (apiserver/pkg/admission/plugin/namespace/lifecycle).
 */
final class NamespaceLifecycle implements AdmissionPlugin {

    private static final GroupVersionResource NAMESPACES = new GroupVersionResource("", "v1", "namespaces");
    private static final Set<String> IMMORTAL = Set.of("default", "kube-system", "kube-public");
    private static final List<String> REVIEWS = List.of("localsubjectaccessreviews");

    @Override
    public String name() {
        return "NamespaceLifecycle";
    }

    @Override
    public AdmissionResult mutate(AdmissionRequest request) {
        return check(request);
    }

    private AdmissionResult check(AdmissionRequest request) {
        if (request.operation() == AdmissionRequest.Operation.DELETE
                && request.isFor("namespaces")
                && IMMORTAL.contains(request.name())) {
            return AdmissionResult.refused(
                    Forbidden.of(request.resource(), request.name(), "this namespace may not be deleted"));
        }
        if (request.namespace().isEmpty()
                || request.resource().equals(NAMESPACES)
                || request.operation() == AdmissionRequest.Operation.DELETE
                || REVIEWS.contains(request.resource().resource())) {
            return AdmissionResult.unchanged(request);
        }
        Optional<MapNode> namespace = request.cluster().get(NAMESPACES, "", request.namespace());
        if (namespace.isEmpty()) {
            return AdmissionResult.refused(new Status(
                    404,
                    "NotFound",
                    "namespaces \"" + request.namespace() + "\" not found",
                    MapNode.of("name", request.namespace(), "kind", "namespaces")));
        }
        boolean terminating = "Terminating".equals(namespace.get().findString("status", "phase"));
        if (request.operation() != AdmissionRequest.Operation.CREATE || !terminating) {
            return AdmissionResult.unchanged(request);
        }
        Status status = Forbidden.of(
                request.resource(),
                request.name(),
                "unable to create new content in namespace " + request.namespace() + " because it is being terminated");
        MapNode details = status.details() == null ? MapNode.EMPTY : status.details();
        MapNode cause = MapNode.of(
                "reason",
                "NamespaceTerminating",
                "message",
                "namespace " + request.namespace() + " is being terminated",
                "field",
                "metadata.namespace");
        return AdmissionResult.refused(new Status(
                status.code(), status.reason(), status.message(), details.with("causes", ListNode.of(List.of(cause)))));
    }
}
