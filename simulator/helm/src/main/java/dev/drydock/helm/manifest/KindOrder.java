package dev.drydock.helm.manifest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** The orders in which Helm installs and uninstalls kinds (kind_sorter.go); unknown kinds come last, by name. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class KindOrder {

    /** The order of an install. */
    public static final Comparator<String> INSTALL = of(List.of(
            "PriorityClass",
            "Namespace",
            "NetworkPolicy",
            "ResourceQuota",
            "LimitRange",
            "PodSecurityPolicy",
            "PodDisruptionBudget",
            "ServiceAccount",
            "Secret",
            "SecretList",
            "ConfigMap",
            "StorageClass",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "CustomResourceDefinition",
            "ClusterRole",
            "ClusterRoleList",
            "ClusterRoleBinding",
            "ClusterRoleBindingList",
            "Role",
            "RoleList",
            "RoleBinding",
            "RoleBindingList",
            "Service",
            "DaemonSet",
            "Pod",
            "ReplicationController",
            "ReplicaSet",
            "Deployment",
            "HorizontalPodAutoscaler",
            "StatefulSet",
            "Job",
            "CronJob",
            "IngressClass",
            "Ingress",
            "APIService",
            "MutatingWebhookConfiguration",
            "ValidatingWebhookConfiguration"));

    private KindOrder() {}

    private static Comparator<String> of(List<String> kinds) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < kinds.size(); i++) {
            places.put(kinds.get(i), i);
        }
        return (a, b) -> {
            Integer left = places.get(a);
            Integer right = places.get(b);
            if (left == null && right == null) {
                return dev.drydock.helm.value.GoString.ORDER.compare(a, b);
            }
            return left == null ? 1 : right == null ? -1 : Integer.compare(left, right);
        };
    }
}
