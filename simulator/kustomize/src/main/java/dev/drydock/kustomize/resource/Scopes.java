package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.identity.Gvk;
import java.util.HashMap;
import java.util.Map;

/**
 * Which kinds are cluster-scoped, as far as kustomize knows: the precomputed table of kyaml/openapi/openapi.go, and what
 * the paths of a custom schema add. Every other kind counts as namespaced.
 */
public final class Scopes {

    private static final Map<String, String[]> CLUSTER_SCOPED = Map.ofEntries(
            Map.entry("v1", new String[] {"ComponentStatus", "Namespace", "Node", "NodeProxyOptions", "PersistentVolume"
            }),
            Map.entry(
                    "admissionregistration.k8s.io/v1",
                    new String[] {"MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"}),
            Map.entry(
                    "admissionregistration.k8s.io/v1beta1",
                    new String[] {"MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"}),
            Map.entry("apiextensions.k8s.io/v1", new String[] {"CustomResourceDefinition"}),
            Map.entry("apiextensions.k8s.io/v1beta1", new String[] {"CustomResourceDefinition"}),
            Map.entry("apiregistration.k8s.io/v1", new String[] {"APIService"}),
            Map.entry("apiregistration.k8s.io/v1beta1", new String[] {"APIService"}),
            Map.entry("certificates.k8s.io/v1", new String[] {"CertificateSigningRequest"}),
            Map.entry("certificates.k8s.io/v1beta1", new String[] {"CertificateSigningRequest"}),
            Map.entry(
                    "flowcontrol.apiserver.k8s.io/v1beta1", new String[] {"FlowSchema", "PriorityLevelConfiguration"}),
            Map.entry("networking.k8s.io/v1", new String[] {"IngressClass"}),
            Map.entry("networking.k8s.io/v1beta1", new String[] {"IngressClass"}),
            Map.entry("node.k8s.io/v1", new String[] {"RuntimeClass"}),
            Map.entry("node.k8s.io/v1beta1", new String[] {"RuntimeClass"}),
            Map.entry("policy/v1beta1", new String[] {"PodSecurityPolicy"}),
            Map.entry("rbac.authorization.k8s.io/v1", new String[] {"ClusterRole", "ClusterRoleBinding"}),
            Map.entry("rbac.authorization.k8s.io/v1beta1", new String[] {"ClusterRole", "ClusterRoleBinding"}),
            Map.entry("scheduling.k8s.io/v1", new String[] {"PriorityClass"}),
            Map.entry("scheduling.k8s.io/v1beta1", new String[] {"PriorityClass"}),
            Map.entry("storage.k8s.io/v1", new String[] {"CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"}),
            Map.entry("storage.k8s.io/v1beta1", new String[] {"CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"
            }));

    private final Map<Gvk, Boolean> clusterScoped = new HashMap<>();

    /** The table that kustomize brings. */
    public Scopes() {
        CLUSTER_SCOPED.forEach((apiVersion, kinds) -> {
            for (String kind : kinds) {
                clusterScoped.put(Gvk.of(apiVersion, kind), true);
            }
        });
    }

    /** Whether a kind is known to be cluster-scoped. */
    public boolean isClusterScoped(Gvk gvk) {
        return clusterScoped.getOrDefault(gvk, false);
    }

    /** Learns the scope of a kind from a custom schema; what the table knows stays. */
    public void learn(Gvk gvk, boolean cluster) {
        clusterScoped.putIfAbsent(gvk, cluster);
    }

    /** Learns that a kind has a path below a namespace, whatever other paths say. */
    public void learnNamespaced(Gvk gvk) {
        if (!CLUSTER_SCOPED.containsKey(gvk.apiVersion())) {
            clusterScoped.put(gvk, false);
        }
    }
}
