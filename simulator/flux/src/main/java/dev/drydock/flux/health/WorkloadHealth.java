package dev.drydock.flux.health;

import dev.drydock.flux.apply.Answer;
import dev.drydock.flux.apply.ManagedObjects;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.status.HealthStatus;
import dev.drydock.flux.status.KStatus;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The health of workloads with Pods: what they generated is listed by the same identity, and a Pod that failed makes a
 * workload in progress a failed one (cli-utils kstatus/polling/statusreaders/common.go, pod_controller.go).
 */
final class WorkloadHealth {

    private static final GroupVersionKind POD = new GroupVersionKind("", "v1", "Pod");
    private static final GroupVersionKind REPLICA_SET = new GroupVersionKind("apps", "v1", "ReplicaSet");

    /** Kind to the kind of what it generates. */
    private static final Map<String, GroupVersionKind> GENERATED =
            new TreeMap<>(Map.of("Deployment", REPLICA_SET, "StatefulSet", POD, "ReplicaSet", POD));

    private final ManagedObjects objects;
    private final Kernel kernel;

    WorkloadHealth(ManagedObjects objects, Kernel kernel) {
        this.objects = objects;
        this.kernel = kernel;
    }

    boolean applies(GroupVersionKind kind) {
        return kind.group().equals("apps") && GENERATED.containsKey(kind.kind());
    }

    /** What a workload with its own status comes to when its Pods are looked at. */
    HealthCheck.Polled poll(MapNode awaited, MapNode live, HealthStatus own) {
        Answer refused = firstRefusal(live);
        if (refused != null) {
            return new HealthCheck.Polled(awaited, HealthStatus.UNKNOWN, refused.error());
        }
        boolean failed = own == HealthStatus.IN_PROGRESS && pods(live).stream().anyMatch(this::isFailed);
        return new HealthCheck.Polled(awaited, failed ? HealthStatus.FAILED : own);
    }

    private @Nullable Answer firstRefusal(MapNode live) {
        Answer children = list(live);
        if (!(children instanceof Answer.Found found)) {
            return children;
        }
        if (!ObjectFields.kind(live).equals("Deployment")) {
            return null;
        }
        for (Node replicaSet : found.object().findList("items")) {
            Answer pods = list(named(replicaSet));
            if (!(pods instanceof Answer.Found)) {
                return pods;
            }
        }
        return null;
    }

    private List<Node> pods(MapNode live) {
        if (!(list(live) instanceof Answer.Found found)) {
            return List.of();
        }
        List<Node> items = found.object().findList("items").items();
        return ObjectFields.kind(live).equals("Deployment")
                ? items.stream()
                        .flatMap(replicaSet -> pods(named(replicaSet)).stream())
                        .toList()
                : items;
    }

    /** Items of a list do not say their kind. */
    private static MapNode named(Node replicaSet) {
        return ((MapNode) replicaSet).with("kind", "ReplicaSet").with("apiVersion", "apps/v1");
    }

    private Answer list(MapNode owner) {
        GroupVersionKind kind = GENERATED.getOrDefault(ObjectFields.kind(owner), POD);
        return objects.list(kind, ObjectFields.namespace(owner), selector(owner.findMap("spec", "selector")));
    }

    private static String selector(MapNode selector) {
        StringJoiner text = new StringJoiner(",");
        selector.findMap("matchLabels").strings().forEach((key, value) -> text.add(key + "=" + value));
        for (Node expression : selector.findList("matchExpressions")) {
            String key = expression.findText("key");
            String values = String.join(",", expression.findList("values").strings());
            switch (expression.findText("operator")) {
                case "In" -> text.add(key + " in (" + values + ")");
                case "NotIn" -> text.add(key + " notin (" + values + ")");
                case "Exists" -> text.add(key);
                default -> text.add("!" + key);
            }
        }
        return text.toString();
    }

    private boolean isFailed(Node pod) {
        MapNode object = ((MapNode) pod).with("kind", "Pod").with("apiVersion", "v1");
        boolean leaving = object.find("metadata", "deletionTimestamp") != null;
        return !leaving
                && KStatus.compute(object, kernel.now()).status() == HealthStatus.FAILED
                && !isUnschedulable(object);
    }

    private static boolean isUnschedulable(MapNode pod) {
        return pod.findList("status", "conditions").stream()
                .anyMatch(condition -> condition.findText("reason").equals("Unschedulable"));
    }
}
