package dev.drydock.flux.status;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules of single kinds (kstatus/status/core.go). */
final class KindRules {

    private KindRules() {}

    /** The status by the rule of the object's kind, or null when the kind has none. */
    static @Nullable Health compute(MapNode object, Instant now) {
        GroupVersionKind type = ObjectFields.type(object);
        String key = type.group().isEmpty() ? type.kind() : type.group() + "/" + type.kind();
        return switch (key) {
            case "Service" -> service(object);
            case "Pod" -> PodRule.compute(object, now);
            case "Secret", "ConfigMap", "batch/CronJob" -> Health.current("Resource is always ready");
            case "PersistentVolumeClaim" -> claim(object);
            case "apps/StatefulSet" -> WorkloadRules.statefulSet(object);
            case "apps/DaemonSet", "extensions/DaemonSet" -> WorkloadRules.daemonSet(object);
            case "apps/Deployment", "extensions/Deployment" -> WorkloadRules.deployment(object);
            case "apps/ReplicaSet", "extensions/ReplicaSet" -> WorkloadRules.replicaSet(object);
            case "policy/PodDisruptionBudget" -> Health.current("AllowedDisruptions has been computed.");
            case "batch/Job" -> JobRules.kstatus(object);
            case "apiextensions.k8s.io/CustomResourceDefinition" -> customResourceDefinition(object);
            default -> null;
        };
    }

    private static Health service(MapNode object) {
        return NestedFields.text(object, "ClusterIP", "spec", "type").equals("LoadBalancer")
                        && NestedFields.text(object, "", "spec", "clusterIP").isEmpty()
                ? Health.inProgress("NoIPAssigned", "ClusterIP not set. Service type: LoadBalancer")
                : Health.current("Service is ready");
    }

    private static Health claim(MapNode object) {
        String phase = NestedFields.text(object, "unknown", "status", "phase");
        return phase.equals("Bound")
                ? Health.current("PVC is Bound")
                : Health.inProgress("NotBound", "PVC is not Bound. phase: " + phase);
    }

    private static Health customResourceDefinition(MapNode object) {
        for (BasicConditions.Condition condition : BasicConditions.of(object).list()) {
            if (condition.type().equals("NamesAccepted") && condition.isFalse()) {
                return Health.failed(condition.reason(), condition.message());
            }
            if (condition.type().equals("Established")) {
                if (condition.isFalse() && !condition.reason().equals("Installing")) {
                    return Health.failed(condition.reason(), condition.message());
                }
                if (condition.isTrue()) {
                    return Health.current("CRD is established");
                }
            }
        }
        return Health.inProgress("Installing", "Install in progress");
    }
}
