package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.yaml.MapNode;
import java.util.List;

/** Scaling rules of autoscalers that ask for some (pkg/apis/autoscaling/v2/defaults.go). */
final class ScalingDefaults {

    private static final MapNode UP = MapNode.of(
            "stabilizationWindowSeconds",
            0,
            "selectPolicy",
            "Max",
            "policies",
            List.of(policy("Pods", 4), policy("Percent", 100)));
    private static final MapNode DOWN = MapNode.of("selectPolicy", "Max", "policies", List.of(policy("Percent", 100)));

    private ScalingDefaults() {}

    private static MapNode policy(String type, int value) {
        return MapNode.of("type", type, "value", value, "periodSeconds", 15);
    }

    static MapNode behavior(MapNode behavior) {
        MapNode filled = Fill.into(behavior, "scaleUp", rules -> rules(rules, UP));
        return Fill.into(filled, "scaleDown", rules -> rules(rules, DOWN));
    }

    /** The given rules over the usual ones; a list of policies counts when it is there. */
    private static MapNode rules(MapNode given, MapNode usual) {
        MapNode[] rules = {usual};
        given.forEach((field, value) -> rules[0] = rules[0].with(field, value));
        return rules[0];
    }
}
