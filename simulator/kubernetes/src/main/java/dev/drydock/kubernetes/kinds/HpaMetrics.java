package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.ResourceAmountRules;
import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metrics of autoscalers. */
final class HpaMetrics {

    private static final List<String> TYPES = List.of("ContainerResource", "External", "Object", "Pods", "Resource");
    private static final List<String> SOURCES = List.of("object", "external", "pods", "resource", "containerResource");
    private static final Map<String, String> SOURCE_OF_TYPE = Map.of(
            "Object", "object",
            "Pods", "pods",
            "Resource", "resource",
            "External", "external",
            "ContainerResource", "containerResource");

    private HpaMetrics() {}

    static void validate(FieldErrors errors, MapNode spec, @Nullable Long minReplicas) {
        Read.each(spec, "metrics", "spec", (metric, path) -> metric(errors, metric, path));
        boolean scalesFromZero = spec.findList("metrics").stream()
                .map(metric -> metric.findText("type"))
                .anyMatch(type -> type.equals("Object") || type.equals("External"));
        if (minReplicas != null && minReplicas == 0 && !scalesFromZero) {
            errors.add(FieldError.forbidden(
                    "spec.metrics",
                    "must specify at least one Object or External metric to support scaling to zero replicas"));
        }
    }

    private static void metric(FieldErrors errors, MapNode metric, String path) {
        String type = metric.findText("type");
        if (type.isEmpty()) {
            errors.add(FieldError.required(path + ".type", "must specify a metric source type"));
        }
        Check.oneOf(errors, path + ".type", type, TYPES);
        List<String> present = new ArrayList<>();
        for (String source : SOURCES) {
            if (metric.get(source) instanceof MapNode content) {
                present.add(source);
                if (present.size() == 1) {
                    source(errors, source, content, path + "." + source);
                }
            }
        }
        String expected = SOURCE_OF_TYPE.get(type);
        if (expected == null) {
            // Upstream says so twice.
            Check.oneOf(errors, path + ".type", type, TYPES);
        }
        if (expected != null && !present.contains(expected)) {
            errors.add(FieldError.required(
                    path + "." + expected, "must populate information for the given metric source"));
        }
        if (present.size() != 1) {
            for (String source : present) {
                if (!source.equals(expected)) {
                    errors.add(FieldError.forbidden(path + "." + source, "must populate the given metric source only"));
                }
            }
        }
    }

    private static void source(FieldErrors errors, String source, MapNode content, String path) {
        MapNode target = content.findMap("target");
        boolean hasValue = Read.has(target, "value");
        boolean hasAverage = Read.has(target, "averageValue");
        boolean hasUtilization = Read.has(target, "averageUtilization");
        switch (source) {
            case "resource", "containerResource" -> {
                if (content.findText("name").isEmpty()) {
                    errors.add(FieldError.required(path + ".name", "must specify a resource name"));
                }
                if (source.equals("containerResource")) {
                    container(errors, content, path);
                }
                target(errors, target, path + ".target");
                if (!hasUtilization && !hasAverage) {
                    errors.add(FieldError.required(
                            path + ".target.averageUtilization",
                            "must set either a target raw value or a target utilization"));
                }
                if (hasUtilization && hasAverage) {
                    errors.add(FieldError.forbidden(
                            path + ".target.averageValue",
                            "may not set both a target raw value and a target utilization"));
                }
            }
            case "pods" -> {
                identifier(errors, content, path);
                target(errors, target, path + ".target");
                if (!hasAverage) {
                    errors.add(FieldError.required(
                            path + ".target.averageValue", "must specify a positive target averageValue"));
                }
            }
            default -> {
                if (source.equals("object")) {
                    HpaReference.named(errors, content.findMap("describedObject"), path + ".describedObject");
                    HpaReference.version(errors, content.findMap("describedObject"), path + ".describedObject", true);
                }
                identifier(errors, content, path);
                target(errors, target, path + ".target");
                if (!hasValue && !hasAverage) {
                    errors.add(FieldError.required(
                            path + ".target.averageValue",
                            source.equals("object")
                                    ? "must set either a target value or averageValue"
                                    : "must set either a target value for metric or a per-pod target"));
                }
                if (source.equals("external") && hasValue && hasAverage) {
                    errors.add(FieldError.forbidden(
                            path + ".target.value", "may not set both a target value for metric and a per-pod target"));
                }
            }
        }
    }

    private static void container(FieldErrors errors, MapNode content, String path) {
        String resource = content.findText("name");
        if (!resource.isEmpty()) {
            ResourceAmountRules.nameOfContainer(
                    Field.of(content, errors).in("name").as(path + ".name"), resource);
        }
        String container = content.findText("container");
        if (container.isEmpty()) {
            errors.add(FieldError.required(path + ".container", "must specify a container"));
        } else {
            Check.all(errors, path + ".container", container, NameRules.dnsLabel(container));
        }
    }

    private static void identifier(FieldErrors errors, MapNode content, String path) {
        String name = content.findText("metric", "name");
        if (name.isEmpty()) {
            errors.add(FieldError.required(path + ".metric.name", "must specify a metric name"));
        } else {
            Check.requiredSegment(errors, path + ".metric.name", name);
        }
    }

    private static void target(FieldErrors errors, MapNode target, String path) {
        String type = target.findText("type");
        if (type.isEmpty()) {
            errors.add(FieldError.required(path + ".type", "must specify a metric target type"));
        }
        if (!List.of("Utilization", "Value", "AverageValue").contains(type)) {
            errors.add(FieldError.invalid(path + ".type", type, "must be either Utilization, Value, or AverageValue"));
        }
        for (String part : List.of("value", "averageValue")) {
            Quantity.of(target.get(part))
                    .filter(amount -> amount.signum() <= 0)
                    .ifPresent(amount ->
                            errors.add(FieldError.invalid(path + "." + part, amount.toString(), "must be positive")));
        }
        Long utilization = target.findLong("averageUtilization");
        if (utilization != null && utilization < 1) {
            errors.add(FieldError.invalid(path + ".averageUtilization", utilization, "must be greater than 0"));
        }
    }
}
