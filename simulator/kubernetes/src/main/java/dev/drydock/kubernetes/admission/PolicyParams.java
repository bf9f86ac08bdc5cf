package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters that a binding names (apiserver, policy/generic/policy_dispatcher.go, CollectParams). */
final class PolicyParams {

    /** Stands for the one run of a policy without a parameter. */
    private static final List<Optional<MapNode>> NONE = List.of(Optional.empty());

    private PolicyParams() {}

    /** Parameters that cannot be had; the message is upstream's. */
    static final class Misconfigured extends Exception {
        private static final long serialVersionUID = 1L;

        Misconfigured(String message) {
            super(message);
        }
    }

    /** The resource of a policy's parameters, or null where it has none. */
    static @Nullable ApiResource resource(ClusterView cluster, MapNode policy) throws Misconfigured {
        Node paramKind = policy.find("spec", "paramKind");
        if (paramKind == null || paramKind.isNull()) {
            return null;
        }
        String apiVersion = paramKind.findText("apiVersion");
        int slash = apiVersion.indexOf('/');
        GroupVersionKind kind = new GroupVersionKind(
                slash < 0 ? "" : apiVersion.substring(0, slash),
                apiVersion.substring(slash + 1),
                paramKind.findText("kind"));
        return cluster.discovery()
                .find(kind)
                .orElseThrow(() -> new Misconfigured("failed to find resource referenced by paramKind: '" + kind.group()
                        + "/" + kind.version() + ", Kind=" + kind.kind() + "'"));
    }

    /** One entry for each run of the policy. */
    static List<Optional<MapNode>> collect(AdmissionRequest request, @Nullable ApiResource resource, MapNode binding)
            throws Misconfigured {
        Node reference = binding.find("spec", "paramRef");
        if (resource == null || reference == null || reference.isNull()) {
            return NONE;
        }
        String namespace = reference.findText("namespace");
        if (resource.namespaced()) {
            namespace = namespace.isEmpty() ? request.namespace() : namespace;
            if (namespace.isEmpty()) {
                throw new Misconfigured(
                        "cannot use namespaced paramRef in policy binding that matches cluster-scoped resources");
            }
        } else if (!namespace.isEmpty()) {
            throw new Misconfigured("paramRef.namespace must not be provided for a cluster-scoped `paramKind`");
        }
        List<Optional<MapNode>> params = new ArrayList<>();
        String name = reference.findText("name");
        if (!name.isEmpty()) {
            request.cluster()
                    .get(resource.resource(), namespace, name)
                    .ifPresent(found -> params.add(Optional.of(found)));
        } else {
            MapNode selector = reference.findMap("selector");
            for (MapNode found : request.cluster().list(resource.resource(), namespace)) {
                if (LabelSelectors.matches(
                        selector, found.findMap("metadata", "labels").strings())) {
                    params.add(Optional.of(found));
                }
            }
        }
        if (params.isEmpty() && reference.findText("parameterNotFoundAction").equals("Deny")) {
            throw new Misconfigured("no params found for policy binding with `Deny` parameterNotFoundAction");
        }
        return params;
    }
}
