package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.expression.AuthorizerValue;
import dev.drydock.kubernetes.policy.PolicyInput;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays out a request for the expressions of a policy (apiserver, admission/plugin/cel/condition.go). */
final class PolicyInputs {

    private static final List<String> NAMESPACE_METADATA = List.of(
            "name",
            "generateName",
            "namespace",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "labels",
            "annotations",
            "finalizers");

    private PolicyInputs() {}

    /** What a policy whose rules name this version of the resource sees. */
    static PolicyInput of(AdmissionRequest request, GroupVersionResource matched, Optional<MapNode> params) {
        Optional<ApiResource> other = matched.equals(request.resource())
                ? Optional.empty()
                : request.cluster().discovery().find(matched);
        GroupVersionKind asked = kind(request);
        GroupVersionKind seen = other.isEmpty() || !request.subresource().isEmpty()
                ? asked
                : other.get().kind();
        AuthorizerValue authorizer =
                new AuthorizerValue(request.user(), request.cluster().authorizer());
        GroupVersionResource resource = request.resource();
        return new PolicyInput(
                converted(request, other, request.object()),
                converted(request, other, request.old()),
                request(request, matched, seen, asked),
                params.orElse(null),
                namespace(request),
                authorizer,
                authorizer.resource(
                        resource.group(),
                        resource.resource(),
                        request.subresource(),
                        request.namespace(),
                        request.name()));
    }

    private static @Nullable MapNode converted(
            AdmissionRequest request, Optional<ApiResource> other, @Nullable MapNode object) {
        return object == null || other.isEmpty() || !request.subresource().isEmpty()
                ? object
                : request.cluster().atVersion(object, other.get());
    }

    /** The kind of what is written, which a subresource may have of its own. */
    private static GroupVersionKind kind(AdmissionRequest request) {
        if (request.subresource().isEmpty()) {
            return request.kind();
        }
        return request.cluster()
                .discovery()
                .find(request.resource())
                .map(resource -> resource.subresources().get(request.subresource()))
                .map(ApiResource.Subresource::kind)
                .orElse(request.kind());
    }

    private static MapNode request(
            AdmissionRequest request, GroupVersionResource matched, GroupVersionKind seen, GroupVersionKind asked) {
        MapNode.Builder builder = MapNode.builder();
        builder.put("uid", "");
        builder.put("kind", node(seen));
        builder.put("resource", node(matched));
        putUnlessEmpty(builder, "subResource", request.subresource());
        builder.put("requestKind", node(asked));
        builder.put("requestResource", node(request.resource()));
        putUnlessEmpty(builder, "requestSubResource", request.subresource());
        putUnlessEmpty(builder, "name", request.name());
        putUnlessEmpty(builder, "namespace", request.namespace());
        builder.put("operation", request.operation().name());
        builder.put("userInfo", user(request));
        builder.put("dryRun", request.dryRun());
        builder.put("options", options(request));
        return builder.build();
    }

    private static MapNode user(AdmissionRequest request) {
        MapNode.Builder user = MapNode.builder();
        putUnlessEmpty(user, "username", request.user().name());
        putUnlessEmpty(user, "uid", request.user().uid());
        if (!request.user().groups().isEmpty()) {
            user.put("groups", ListNode.ofStrings(request.user().groups()));
        }
        if (!request.user().extra().isEmpty()) {
            user.put("extra", Node.of(request.user().extra()));
        }
        return user.build();
    }

    private static MapNode options(AdmissionRequest request) {
        String kind = switch (request.operation()) {
            case CREATE -> "CreateOptions";
            case UPDATE -> "UpdateOptions";
            case DELETE -> "DeleteOptions";
            case CONNECT -> "";
        };
        if (kind.isEmpty()) {
            return MapNode.EMPTY;
        }
        MapNode options = MapNode.of("kind", kind, "apiVersion", "meta.k8s.io/v1");
        return request.dryRun() ? options.with("dryRun", ListNode.ofStrings(List.of("All"))) : options;
    }

    private static @Nullable MapNode namespace(AdmissionRequest request) {
        if (request.namespace().isEmpty() || request.resource().groupResource().equals("namespaces")) {
            return null;
        }
        return request.cluster()
                .get(Resources.NAMESPACES, "", request.namespace())
                .map(PolicyInputs::shown)
                .orElse(null);
    }

    private static MapNode shown(MapNode namespace) {
        MapNode metadata =
                namespace.findMap("metadata").map((key, value) -> NAMESPACE_METADATA.contains(key) ? value : null);
        return MapNode.of(
                "metadata", metadata, "spec", namespace.findMap("spec"), "status", namespace.findMap("status"));
    }

    private static MapNode node(GroupVersionKind kind) {
        return MapNode.ofStrings(Map.of("group", kind.group(), "version", kind.version(), "kind", kind.kind()));
    }

    private static MapNode node(GroupVersionResource resource) {
        return MapNode.ofStrings(
                Map.of("group", resource.group(), "version", resource.version(), "resource", resource.resource()));
    }

    private static void putUnlessEmpty(MapNode.Builder builder, String key, String value) {
        if (!value.isEmpty()) {
            builder.put(key, value);
        }
    }
}
