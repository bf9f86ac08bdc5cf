package dev.drydock.kubernetes.conversion;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scaling behaviour of an autoscaler in the annotation of autoscaling/v1: the internal Go structs, so capital letters and
 * every field.
 */
final class BehaviorV1 {

    private static final List<String> DIRECTIONS = List.of("scaleUp", "scaleDown");
    private static final List<String> RULES =
            List.of("stabilizationWindowSeconds", "selectPolicy", "policies", "tolerance");
    private static final List<String> POLICY = List.of("type", "value", "periodSeconds");

    private BehaviorV1() {}

    static MapNode encode(MapNode behavior) {
        return fields(behavior, DIRECTIONS, rules -> fields(rules, RULES, BehaviorV1::encodePolicies));
    }

    private static Node encodePolicies(Node value) {
        return value instanceof ListNode policies
                ? policies.map(policy -> fields(policy, POLICY, node -> node))
                : value;
    }

    private static MapNode fields(Node struct, List<String> names, java.util.function.UnaryOperator<Node> change) {
        MapNode.Builder encoded = MapNode.builder();
        for (String name : names) {
            @Nullable Node value = struct.find(name);
            encoded.put(
                    Character.toUpperCase(name.charAt(0)) + name.substring(1),
                    value == null ? ScalarNode.NULL : change.apply(value));
        }
        return encoded.build();
    }

    static MapNode decode(Node struct) {
        MapNode.Builder decoded = MapNode.builder();
        if (struct instanceof MapNode map) {
            map.forEach((name, value) -> {
                if (!value.isNull()) {
                    decoded.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), decodeValue(value));
                }
            });
        }
        return decoded.build();
    }

    private static Node decodeValue(Node value) {
        return value instanceof MapNode
                ? decode(value)
                : value instanceof ListNode list ? list.map(BehaviorV1::decode) : value;
    }
}
