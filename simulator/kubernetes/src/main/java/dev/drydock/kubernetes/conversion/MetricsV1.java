package dev.drydock.kubernetes.conversion;

import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import org.jspecify.annotations.Nullable;

/** The metrics of autoscalers in the form that annotations of autoscaling/v1 keep. */
final class MetricsV1 {

    private MetricsV1() {}

    static MapNode specFromV2(Node metric) {
        String type = String.valueOf(metric.findString("type"));
        return switch (type) {
            case "Resource" ->
                wrap(type, "resource", resource(metric.findMap("resource")).build());
            case "ContainerResource" -> {
                MapNode source = metric.findMap("containerResource");
                yield wrap(
                        type,
                        "containerResource",
                        resource(source)
                                .putIfPresent("container", source.get("container"))
                                .build());
            }
            case "Pods" -> {
                MapNode source = metric.findMap("pods");
                yield wrap(
                        type,
                        "pods",
                        MapNode.builder()
                                .putIfPresent("metricName", source.find("metric", "name"))
                                .putIfPresent("targetAverageValue", source.find("target", "averageValue"))
                                .putIfPresent("selector", source.find("metric", "selector"))
                                .build());
            }
            case "Object" -> {
                MapNode source = metric.findMap("object");
                Node value = source.find("target", "value");
                yield wrap(
                        type,
                        "object",
                        MapNode.builder()
                                .putIfPresent("target", source.get("describedObject"))
                                .putIfPresent("metricName", source.find("metric", "name"))
                                .put("targetValue", value == null ? Node.of("0") : value)
                                .putIfPresent("selector", source.find("metric", "selector"))
                                .putIfPresent("averageValue", source.find("target", "averageValue"))
                                .build());
            }
            case "External" -> {
                MapNode source = metric.findMap("external");
                yield wrap(
                        type,
                        "external",
                        MapNode.builder()
                                .putIfPresent("metricName", source.find("metric", "name"))
                                .putIfPresent("metricSelector", source.find("metric", "selector"))
                                .putIfPresent("targetValue", source.find("target", "value"))
                                .putIfPresent("targetAverageValue", source.find("target", "averageValue"))
                                .build());
            }
            default -> throw new NotModelledException("autoscaling/v1 with a metric of type " + type);
        };
    }

    private static MapNode.Builder resource(MapNode source) {
        return MapNode.builder()
                .putIfPresent("name", source.get("name"))
                .putIfPresent("targetAverageUtilization", source.find("target", "averageUtilization"))
                .putIfPresent("targetAverageValue", source.find("target", "averageValue"));
    }

    private static MapNode wrap(String type, String field, MapNode source) {
        return MapNode.of("type", type, field, source);
    }

    static MapNode specToV2(Node metric) {
        String type = String.valueOf(metric.findString("type"));
        return switch (type) {
            case "Resource" ->
                wrap(type, "resource", resourceToV2(metric.findMap("resource")).build());
            case "ContainerResource" -> {
                MapNode source = metric.findMap("containerResource");
                yield wrap(
                        type,
                        "containerResource",
                        resourceToV2(source)
                                .putIfPresent("container", source.get("container"))
                                .build());
            }
            case "Pods" -> {
                MapNode source = metric.findMap("pods");
                yield wrap(
                        type,
                        "pods",
                        MapNode.of(
                                "metric",
                                metric(source, "selector"),
                                "target",
                                target(null, null, source.get("targetAverageValue"))));
            }
            case "Object" -> {
                MapNode source = metric.findMap("object");
                Node average = source.get("averageValue");
                yield wrap(
                        type,
                        "object",
                        MapNode.builder()
                                .putIfPresent("describedObject", source.get("target"))
                                .put(
                                        "target",
                                        target(null, average == null ? source.get("targetValue") : null, average))
                                .put("metric", metric(source, "selector"))
                                .build());
            }
            case "External" -> {
                MapNode source = metric.findMap("external");
                yield wrap(
                        type,
                        "external",
                        MapNode.of(
                                "metric",
                                metric(source, "metricSelector"),
                                "target",
                                target(null, source.get("targetValue"), source.get("targetAverageValue"))));
            }
            default -> throw new NotModelledException("autoscaling/v1 with a metric of type " + type);
        };
    }

    private static MapNode.Builder resourceToV2(MapNode source) {
        return MapNode.builder()
                .putIfPresent("name", source.get("name"))
                .put("target", target(source.get("targetAverageUtilization"), null, source.get("targetAverageValue")));
    }

    private static MapNode metric(MapNode source, String selector) {
        return MapNode.builder()
                .putIfPresent("name", source.get("metricName"))
                .putIfPresent("selector", source.get(selector))
                .build();
    }

    private static MapNode target(@Nullable Node utilization, @Nullable Node value, @Nullable Node average) {
        return MapNode.builder()
                .put("type", utilization != null ? "Utilization" : value != null ? "Value" : "AverageValue")
                .putIfPresent("value", value)
                .putIfPresent("averageValue", average)
                .putIfPresent("averageUtilization", utilization)
                .build();
    }
}
