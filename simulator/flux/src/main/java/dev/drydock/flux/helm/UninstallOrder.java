package dev.drydock.flux.helm;

import java.util.Comparator;
import java.util.List;

/** The order in which kinds are deleted (helm pkg/release/v1/util/kind_sorter.go); unknown kinds come last. */
final class UninstallOrder {

    private static final List<String> KINDS = List.of(
            "ValidatingWebhookConfiguration",
            "MutatingWebhookConfiguration",
            "APIService",
            "Ingress",
            "IngressClass",
            "Service",
            "CronJob",
            "Job",
            "StatefulSet",
            "HorizontalPodAutoscaler",
            "Deployment",
            "ReplicaSet",
            "ReplicationController",
            "Pod",
            "DaemonSet",
            "RoleBindingList",
            "RoleBinding",
            "RoleList",
            "Role",
            "ClusterRoleBindingList",
            "ClusterRoleBinding",
            "ClusterRoleList",
            "ClusterRole",
            "CustomResourceDefinition",
            "PersistentVolumeClaim",
            "PersistentVolume",
            "StorageClass",
            "ConfigMap",
            "SecretList",
            "Secret",
            "ServiceAccount",
            "PodDisruptionBudget",
            "PodSecurityPolicy",
            "LimitRange",
            "ResourceQuota",
            "NetworkPolicy",
            "Namespace",
            "PriorityClass");

    static final Comparator<Resource> COMPARATOR = Comparator.<Resource>comparingInt(
                    resource -> rank(resource.kind().kind()))
            .thenComparing(resource -> resource.kind().kind());

    private UninstallOrder() {}

    private static int rank(String kind) {
        int index = KINDS.indexOf(kind);
        return index < 0 ? KINDS.size() : index;
    }
}
