package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** HorizontalPodAutoscalers of all versions (upstream {@code pkg/apis/autoscaling/validation/validation.go}). */
final class HorizontalPodAutoscalerRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode autoscaler) {
        return validate(autoscaler.findMap("spec"), 1, MapNode.EMPTY);
    }

    @Override
    public FieldErrors validateUpdate(MapNode autoscaler, MapNode old) {
        boolean wasZero = Read.number(old, 1, "spec", "minReplicas") == 0;
        return validate(autoscaler.findMap("spec"), wasZero ? 0 : 1, old.findMap("spec", "scaleTargetRef"));
    }

    private static FieldErrors validate(MapNode spec, long least, MapNode before) {
        FieldErrors errors = new FieldErrors();
        Long min = spec.findLong("minReplicas");
        long max = Read.number(spec, 0, "maxReplicas");
        if (min != null && min < least) {
            errors.add(FieldError.invalid("spec.minReplicas", min, "must be greater than or equal to " + least));
        }
        if (max == 0) {
            errors.add(FieldError.required("spec.maxReplicas", "must be set and greater than 0"));
        } else if (max < 1) {
            errors.add(FieldError.invalid("spec.maxReplicas", max, "must be greater than or equal to 1"));
        }
        if (min != null && max < min) {
            errors.add(FieldError.invalid("spec.maxReplicas", max, "must be greater than or equal to `minReplicas`"));
        }
        target(errors, spec.findMap("scaleTargetRef"), before);
        HpaMetrics.validate(errors, withMetricOfVersion1(spec), min);
        if (spec.get("behavior") instanceof MapNode behavior) {
            scaling(errors, behavior, "scaleUp");
            scaling(errors, behavior, "scaleDown");
        }
        return errors;
    }

    /** Only replication controllers may be scaled without naming a group; a target that was there before is not looked at. */
    private static void target(FieldErrors errors, MapNode target, MapNode before) {
        String path = "spec.scaleTargetRef";
        String kind = target.findText("kind");
        HpaReference.named(errors, target, path);
        boolean isKnown = !before.isEmpty()
                && before.findText("kind").equals(kind)
                && before.findText("apiVersion").equals(target.findText("apiVersion"));
        if (!isKnown) {
            HpaReference.version(errors, target, path, kind.equals("ReplicationController"));
        }
    }

    /** Version 1 knows the processor only, which is a metric to the server. */
    private static MapNode withMetricOfVersion1(MapNode spec) {
        Node utilization = spec.get("targetCPUUtilizationPercentage");
        if (utilization == null || utilization.isNull()) {
            return spec;
        }
        MapNode target = MapNode.of("type", "Utilization", "averageUtilization", utilization);
        MapNode metric = MapNode.of("type", "Resource", "resource", MapNode.of("name", "cpu", "target", target));
        return spec.with("metrics", ListNode.of(List.of(metric)));
    }

    private static void scaling(FieldErrors errors, MapNode behavior, String direction) {
        if (!(behavior.get(direction) instanceof MapNode rules)) {
            return;
        }
        String path = "spec.behavior." + direction;
        Long window = rules.findLong("stabilizationWindowSeconds");
        if (window != null && window < 0) {
            errors.add(FieldError.invalid(
                    path + ".stabilizationWindowSeconds", window, "must be greater than or equal to zero"));
        }
        if (window != null && window > 3600) {
            errors.add(FieldError.invalid(
                    path + ".stabilizationWindowSeconds", window, "must be less than or equal to 3600"));
        }
        if (Read.has(rules, "selectPolicy")) {
            Check.oneOf(
                    errors, path + ".selectPolicy", rules.findText("selectPolicy"), List.of("Disabled", "Max", "Min"));
        }
        if (rules.findList("policies").isEmpty()) {
            errors.add(FieldError.required(path + ".policies", "must specify at least one Policy"));
        }
        Read.each(rules, "policies", path, (policy, at) -> policy(errors, policy, at));
        Quantity.of(rules.get("tolerance"))
                .filter(tolerance -> tolerance.signum() < 0)
                .ifPresent(tolerance -> errors.add(FieldError.invalid(
                        path + ".tolerance", tolerance.toString(), "must be greater than or equal to 0")));
    }

    private static void policy(FieldErrors errors, MapNode policy, String path) {
        Check.oneOf(errors, path + ".type", policy.findText("type"), List.of("Percent", "Pods"));
        for (String part : List.of("value", "periodSeconds")) {
            long number = Read.number(policy, 0, part);
            if (number <= 0) {
                errors.add(FieldError.invalid(path + "." + part, number, "must be greater than zero"));
            }
        }
        long period = Read.number(policy, 0, "periodSeconds");
        if (period > 1800) {
            errors.add(FieldError.invalid(path + ".periodSeconds", period, "must be less than or equal to 1800"));
        }
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode autoscaler, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Workloads.notNegative(Field.of(autoscaler, errors).in("status"), "currentReplicas", "desiredReplicas");
        return errors;
    }
}
