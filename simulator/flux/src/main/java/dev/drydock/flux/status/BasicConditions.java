package dev.drydock.flux.status;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of an object, read with the strictness of apimachinery's converter (kstatus/status/util.go). */
record BasicConditions(List<BasicConditions.Condition> list) {

    /** One condition; absent fields are empty. */
    record Condition(String type, String status, String reason, String message) {
        boolean isTrue() {
            return status.equals("True");
        }

        boolean isFalse() {
            return status.equals("False");
        }
    }

    /** The conditions of an object; throws when something in them has the wrong type. */
    static BasicConditions of(Node object) {
        Node conditions = struct(struct(object).get("status")).get("conditions");
        List<Condition> list = new ArrayList<>();
        if (conditions != null && !conditions.isNull()) {
            if (!(conditions instanceof ListNode items)) {
                throw new MalformedObjectException("cannot restore slice from " + GoValue.kind(conditions));
            }
            for (Node item : items) {
                MapNode condition = struct(item);
                list.add(new Condition(
                        text(condition.get("type"), "string"),
                        text(condition.get("status"), "v1.ConditionStatus"),
                        text(condition.get("reason"), "string"),
                        text(condition.get("message"), "string")));
            }
        }
        return new BasicConditions(List.copyOf(list));
    }

    /** The first condition of a type that has a status, or null. */
    @Nullable
    Condition find(String type, String status) {
        for (Condition condition : list) {
            if (condition.type.equals(type) && condition.status.equals(status)) {
                return condition;
            }
        }
        return null;
    }

    private static MapNode struct(@Nullable Node node) {
        if (node == null || node.isNull()) {
            return MapNode.EMPTY;
        }
        if (node instanceof MapNode map) {
            return map;
        }
        throw new MalformedObjectException("cannot restore struct from: " + GoValue.kind(node));
    }

    /** Go converts integers to strings in principle, so they get another message than the rest. */
    private static String text(@Nullable Node node, String type) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (node instanceof ScalarNode scalar && scalar.isString()) {
            return scalar.stringValue();
        }
        throw new MalformedObjectException(
                GoValue.kind(node).equals("int64") ? "cannot convert int64 to " + type : "unrecognized type: string");
    }
}
