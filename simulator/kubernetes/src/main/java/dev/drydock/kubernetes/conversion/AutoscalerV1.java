package dev.drydock.kubernetes.conversion;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;

/**
 * HorizontalPodAutoscalers as autoscaling/v1 sees them: CPU has a field of its own, everything else that v1 lacks travels in
 * annotations (pkg/apis/autoscaling/v1/conversion.go).
 */
final class AutoscalerV1 {

    private static final String METRICS = "autoscaling.alpha.kubernetes.io/metrics";
    private static final String CURRENT_METRICS = "autoscaling.alpha.kubernetes.io/current-metrics";
    private static final String CONDITIONS = "autoscaling.alpha.kubernetes.io/conditions";
    private static final String BEHAVIOR = "autoscaling.alpha.kubernetes.io/behavior";
    private static final List<String> ANNOTATIONS = List.of(METRICS, CURRENT_METRICS, CONDITIONS, BEHAVIOR);
    private static final String CPU_PERCENTAGE = "targetCPUUtilizationPercentage";

    private AutoscalerV1() {}

    static MapNode fromV2(MapNode object) {
        MapNode annotations = object.findMap("metadata", "annotations").without(ANNOTATIONS);
        MapNode spec = object.findMap("spec");
        List<Node> others = new ArrayList<>();
        Node cpu = null;
        for (Node metric : spec.findList("metrics")) {
            if (isCpuUtilization(metric)) {
                cpu = cpu == null ? metric.find("resource", "target", "averageUtilization") : cpu;
            } else {
                others.add(MetricsV1.specFromV2(metric));
            }
        }
        if (!others.isEmpty()) {
            annotations = annotations.with(METRICS, JsonWriter.compact(ListNode.of(others)));
        }
        if (spec.get("behavior") instanceof MapNode behavior) {
            annotations = annotations.with(BEHAVIOR, JsonWriter.compact(BehaviorV1.encode(behavior)));
        }
        MapNode oldStatus = object.findMap("status");
        if (!oldStatus.findList("conditions").isEmpty()) {
            annotations = annotations.with(CONDITIONS, JsonWriter.compact(oldStatus.findList("conditions")));
        }
        MapNode newSpec = spec.without(List.of("metrics", "behavior"));
        if (cpu != null) {
            newSpec = newSpec.with(CPU_PERCENTAGE, cpu);
        }
        return withAnnotations(object, annotations).with("spec", newSpec).with("status", statusFromV2(oldStatus));
    }

    private static boolean isCpuUtilization(Node metric) {
        return "Resource".equals(metric.findString("type"))
                && "cpu".equals(metric.findString("resource", "name"))
                && metric.find("resource", "target", "averageUtilization") != null;
    }

    private static MapNode statusFromV2(MapNode status) {
        MapNode.Builder v1 = MapNode.builder();
        v1.putIfPresent("observedGeneration", status.get("observedGeneration"));
        v1.putIfPresent("lastScaleTime", status.get("lastScaleTime"));
        Node current = status.get("currentReplicas");
        v1.put("currentReplicas", current == null ? ScalarNode.of(0) : current);
        Node desired = status.get("desiredReplicas");
        v1.put("desiredReplicas", desired == null ? ScalarNode.of(0) : desired);
        return v1.build();
    }

    static MapNode toV2(MapNode object) {
        MapNode annotations = object.findMap("metadata", "annotations");
        MapNode spec = object.findMap("spec");
        List<Node> metrics = new ArrayList<>();
        for (Node metric : json(annotations, METRICS) instanceof ListNode list ? list : ListNode.EMPTY) {
            metrics.add(MetricsV1.specToV2(metric));
        }
        Node cpu = spec.get(CPU_PERCENTAGE);
        if (cpu != null) {
            MapNode target = MapNode.of("type", "Utilization", "averageUtilization", cpu);
            metrics.add(MapNode.of("type", "Resource", "resource", MapNode.of("name", "cpu", "target", target)));
        }
        MapNode newSpec = spec.without(CPU_PERCENTAGE);
        if (!metrics.isEmpty()) {
            newSpec = newSpec.with("metrics", ListNode.of(metrics));
        }
        if (json(annotations, BEHAVIOR) instanceof MapNode behavior) {
            newSpec = newSpec.with("behavior", BehaviorV1.decode(behavior));
        }
        MapNode status = object.findMap("status");
        MapNode newStatus = status.without("currentCPUUtilizationPercentage");
        if (Long.valueOf(0).equals(status.findLong("currentReplicas"))) {
            newStatus = newStatus.without("currentReplicas");
        }
        newStatus = newStatus.with("currentMetrics", ScalarNode.NULL);
        if (json(annotations, CONDITIONS) instanceof ListNode conditions) {
            newStatus = newStatus.with("conditions", conditions);
        }
        return withAnnotations(object, annotations.without(ANNOTATIONS))
                .with("spec", newSpec)
                .with("status", newStatus);
    }

    private static Node json(MapNode annotations, String name) {
        String text = annotations.findString(name);
        if (text == null) {
            return ScalarNode.NULL;
        }
        try {
            return JsonReader.read(text, name);
        } catch (YamlException e) {
            return ScalarNode.NULL; // upstream ignores what it cannot read
        }
    }

    private static MapNode withAnnotations(MapNode object, MapNode annotations) {
        MapNode metadata = object.findMap("metadata");
        return object.with(
                "metadata",
                annotations.isEmpty() ? metadata.without("annotations") : metadata.with("annotations", annotations));
    }
}
