package dev.drydock.flux.ssa;

import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** The order in which objects are applied and deleted (ssa/sort.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReconcileOrder {

    private static final List<String> FIRST = List.of(
            "CustomResourceDefinition",
            "Namespace",
            "ClusterRole",
            "ClusterClass",
            "RuntimeClass",
            "PriorityClass",
            "StorageClass",
            "VolumeSnapshotClass",
            "IngressClass",
            "GatewayClass",
            "ClusterRoleBinding",
            "ResourceQuota",
            "ServiceAccount",
            "Role",
            "RoleBinding",
            "ConfigMap",
            "Secret",
            "Service",
            "LimitRange",
            "Deployment",
            "StatefulSet",
            "CronJob",
            "PodDisruptionBudget");

    private static final List<String> LAST = List.of("MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");

    private static final Map<String, Integer> RANK = ranks();

    /** Identities in the order of apply: rank of the kind, then group, kind, namespace and name. */
    public static final Comparator<ObjectMetadata> OF_IDENTITIES = Comparator.<ObjectMetadata>comparingInt(
                    o -> RANK.getOrDefault(o.kind(), 0))
            .thenComparing(ObjectMetadata::group)
            .thenComparing(ObjectMetadata::kind)
            .thenComparing(ObjectMetadata::namespace)
            .thenComparing(ObjectMetadata::name);

    private ReconcileOrder() {}

    /** The objects in the order of apply. */
    public static List<MapNode> apply(List<MapNode> objects) {
        List<MapNode> sorted = new ArrayList<>(objects);
        sorted.sort(Comparator.comparing(ObjectMetadata::of, OF_IDENTITIES));
        return List.copyOf(sorted);
    }

    /** The objects in the order of deletion, the reverse of the order of apply. */
    public static List<MapNode> delete(List<MapNode> objects) {
        List<MapNode> sorted = new ArrayList<>(apply(objects));
        Collections.reverse(sorted);
        return List.copyOf(sorted);
    }

    private static Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        for (int i = 0; i < FIRST.size(); i++) {
            ranks.put(FIRST.get(i), i - FIRST.size());
        }
        for (int i = 0; i < LAST.size(); i++) {
            ranks.put(LAST.get(i), 1 + i);
        }
        return Map.copyOf(ranks);
    }
}
