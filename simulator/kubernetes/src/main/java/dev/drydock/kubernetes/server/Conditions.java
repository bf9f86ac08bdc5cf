package dev.drydock.kubernetes.server;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Conditions of definitions. */
final class Conditions {

    private Conditions() {}

    /** Whether a status has a condition that is true. */
    static boolean isTrue(MapNode status, String type) {
        for (Node condition : status.findList("conditions")) {
            if (condition.findText("type").equals(type)) {
                return condition.findText("status").equals("True");
            }
        }
        return false;
    }

    /** The conditions with one set; its time moves only when its status does. */
    static ListNode with(ListNode conditions, String type, String status, String reason, String message, String now) {
        List<Node> changed = new ArrayList<>();
        boolean known = false;
        for (Node condition : conditions) {
            if (condition instanceof MapNode old && old.findText("type").equals(type)) {
                known = true;
                boolean same = old.findText("status").equals(status);
                changed.add(condition(type, status, same ? old.findText("lastTransitionTime") : now, reason, message));
            } else {
                changed.add(condition);
            }
        }
        if (!known) {
            changed.add(condition(type, status, now, reason, message));
        }
        return ListNode.of(changed);
    }

    private static MapNode condition(String type, String status, String time, String reason, String message) {
        return MapNode.builder()
                .put("type", type)
                .put("status", status)
                .put("lastTransitionTime", time)
                .put("reason", reason)
                .put("message", message)
                .build();
    }
}
