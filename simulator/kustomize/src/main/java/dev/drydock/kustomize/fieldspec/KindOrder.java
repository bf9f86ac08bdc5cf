package dev.drydock.kustomize.fieldspec;

import dev.drydock.kustomize.identity.Gvk;
import java.util.List;

/** The order of kinds that kustomize prefers: what others need comes first, webhooks last. */
public final class KindOrder {

    /** Kinds that come before all others. */
    public static final List<String> FIRST = List.of(
            "Namespace",
            "ResourceQuota",
            "StorageClass",
            "CustomResourceDefinition",
            "ServiceAccount",
            "PodSecurityPolicy",
            "Role",
            "ClusterRole",
            "RoleBinding",
            "ClusterRoleBinding",
            "ConfigMap",
            "Secret",
            "Endpoints",
            "Service",
            "LimitRange",
            "PriorityClass",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "Deployment",
            "StatefulSet",
            "CronJob",
            "PodDisruptionBudget");

    /** Kinds that come after all others. */
    public static final List<String> LAST = List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

    private KindOrder() {}

    /** Compares by rank, then by group, version and kind. */
    public static int compare(Gvk a, Gvk b) {
        int byRank = Integer.compare(rank(a.kind()), rank(b.kind()));
        return byRank != 0 ? byRank : a.sortText().compareTo(b.sortText());
    }

    private static int rank(String kind) {
        int first = FIRST.indexOf(kind);
        return first >= 0 ? first - FIRST.size() : 1 + LAST.indexOf(kind);
    }
}
