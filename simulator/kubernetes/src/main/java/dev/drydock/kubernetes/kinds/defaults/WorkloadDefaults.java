package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/** Defaults of the kinds that run pods (pkg/apis/apps/v1/defaults.go, pkg/apis/batch/v1/defaults.go). */
final class WorkloadDefaults {

    private static final String ROLLING_UPDATE = "RollingUpdate";

    private WorkloadDefaults() {}

    static MapNode deployment(MapNode object) {
        return Fill.into(object, "spec", spec -> {
            MapNode filled = Fill.absent(PodDefaults.template(spec), "replicas", 1);
            filled = Fill.into(filled, "strategy", strategy -> {
                MapNode typed = Fill.absent(strategy, "type", ROLLING_UPDATE);
                return Fill.is(typed, "type", ROLLING_UPDATE)
                        ? Fill.into(
                                typed,
                                "rollingUpdate",
                                update -> Fill.absent(Fill.absent(update, "maxUnavailable", "25%"), "maxSurge", "25%"))
                        : typed;
            });
            filled = Fill.absent(filled, "revisionHistoryLimit", 10);
            return Fill.absent(filled, "progressDeadlineSeconds", 600);
        });
    }

    static MapNode daemonSet(MapNode object) {
        return Fill.into(object, "spec", spec -> {
            MapNode filled = Fill.into(PodDefaults.template(spec), "updateStrategy", strategy -> {
                MapNode typed = Fill.absent(strategy, "type", ROLLING_UPDATE);
                return Fill.is(typed, "type", ROLLING_UPDATE)
                        ? Fill.into(
                                typed,
                                "rollingUpdate",
                                update -> Fill.absent(Fill.absent(update, "maxUnavailable", 1), "maxSurge", 0))
                        : typed;
            });
            return Fill.absent(filled, "revisionHistoryLimit", 10);
        });
    }

    static MapNode statefulSet(MapNode object) {
        return Fill.into(object, "spec", spec -> {
            MapNode filled = Fill.absent(PodDefaults.template(spec), "podManagementPolicy", "OrderedReady");
            filled = Fill.into(filled, "updateStrategy", strategy -> {
                MapNode typed = strategy.findText("type").isEmpty()
                        ? Fill.into(strategy.with("type", ROLLING_UPDATE), "rollingUpdate", update -> update)
                        : strategy;
                return Fill.is(typed, "type", ROLLING_UPDATE)
                        ? Fill.in(typed, "rollingUpdate", update -> Fill.absent(update, "partition", 0))
                        : typed;
            });
            filled = Fill.into(
                    filled,
                    "persistentVolumeClaimRetentionPolicy",
                    policy -> Fill.absent(Fill.absent(policy, "whenDeleted", "Retain"), "whenScaled", "Retain"));
            filled = Fill.absent(filled, "replicas", 1);
            filled = Fill.absent(filled, "revisionHistoryLimit", 10);
            return Fill.each(filled, "volumeClaimTemplates", WorkloadDefaults::claimTemplate);
        });
    }

    private static MapNode claimTemplate(MapNode template) {
        return VolumeDefaults.claim(template.with("apiVersion", "v1").with("kind", "PersistentVolumeClaim"));
    }

    static MapNode replicaSet(MapNode object) {
        return Fill.into(object, "spec", spec -> Fill.absent(PodDefaults.template(spec), "replicas", 1));
    }

    static MapNode replicationController(MapNode object) {
        MapNode labels = object.findMap("spec", "template", "metadata", "labels");
        MapNode filled = replicaSet(object);
        if (labels.isEmpty()) {
            return filled;
        }
        filled = Fill.into(filled, "spec", spec -> Fill.absent(spec, "selector", labels));
        return withLabels(filled, labels);
    }

    private static MapNode withLabels(MapNode object, MapNode labels) {
        return object.findMap("metadata", "labels").isEmpty()
                ? Fill.into(object, "metadata", metadata -> metadata.with("labels", labels))
                : object;
    }

    static MapNode job(MapNode object) {
        MapNode filled = Fill.into(object, "spec", WorkloadDefaults::jobSpec);
        MapNode labels = filled.findMap("spec", "template", "metadata", "labels");
        return labels.isEmpty() ? filled : withLabels(filled, labels);
    }

    private static MapNode jobSpec(MapNode spec) {
        MapNode filled = PodDefaults.template(spec);
        if (!spec.has("completions") && !spec.has("parallelism")) {
            filled = filled.with("completions", 1);
        }
        filled = Fill.absent(filled, "parallelism", 1);
        boolean perIndex = spec.has("backoffLimitPerIndex");
        filled = Fill.absent(filled, "backoffLimit", perIndex ? Integer.MAX_VALUE : 6);
        filled = Fill.absent(filled, "completionMode", "NonIndexed");
        filled = Fill.absent(filled, "suspend", false);
        filled = Fill.absent(filled, "manualSelector", false);
        filled = Fill.absent(
                filled, "podReplacementPolicy", spec.has("podFailurePolicy") ? "Failed" : "TerminatingOrFailed");
        return failurePolicy(filled);
    }

    private static MapNode failurePolicy(MapNode spec) {
        return Fill.in(
                spec,
                "podFailurePolicy",
                policy -> Fill.each(
                        policy,
                        "rules",
                        rule -> Fill.each(
                                rule, "onPodConditions", condition -> Fill.empty(condition, "status", "True"))));
    }

    /** Of a job only what its parts default; the rest waits until the job is made. */
    static MapNode cronJob(MapNode object) {
        return Fill.into(object, "spec", spec -> {
            MapNode filled = Fill.in(
                    spec,
                    "jobTemplate",
                    template -> Fill.in(template, "spec", job -> failurePolicy(PodDefaults.template(job))));
            filled = Fill.absent(filled, "concurrencyPolicy", "Allow");
            filled = Fill.absent(filled, "suspend", false);
            filled = Fill.absent(filled, "successfulJobsHistoryLimit", 3);
            return Fill.absent(filled, "failedJobsHistoryLimit", 1);
        });
    }

    static MapNode podTemplate(MapNode object) {
        return Fill.in(object, "template", template -> Fill.in(template, "spec", PodDefaults::spec));
    }

    static MapNode autoscalerV1(MapNode object) {
        return Fill.into(object, "spec", spec -> Fill.absent(spec, "minReplicas", 1));
    }

    static MapNode autoscaler(MapNode object) {
        return Fill.into(object, "spec", spec -> {
            MapNode filled = Fill.absent(spec, "minReplicas", 1);
            if (filled.findList("metrics").isEmpty()) {
                Node target = MapNode.of("type", "Utilization", "averageUtilization", 80);
                MapNode cpu = MapNode.of("name", "cpu", "target", target);
                filled = filled.with("metrics", java.util.List.of(MapNode.of("type", "Resource", "resource", cpu)));
            }
            return Fill.in(filled, "behavior", ScalingDefaults::behavior);
        });
    }
}
