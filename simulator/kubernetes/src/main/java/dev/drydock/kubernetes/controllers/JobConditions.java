package dev.drydock.kubernetes.controllers;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Optional;

/** The conditions in a Job's status. */
final class JobConditions {

    private JobConditions() {}

    /**
     * How a Job ends: first it is said that it will, and once all Pods are gone and counted, that it has.
     *
     * @param success whether it ends well
     * @param reason reason of both conditions
     * @param message message of both conditions
     */
    record Ending(boolean success, String reason, String message) {

        String announced() {
            return success ? "SuccessCriteriaMet" : "FailureTarget";
        }

        String last() {
            return success ? "Complete" : "Failed";
        }
    }

    /** The ending that a status announces. */
    static Optional<Ending> announced(Node status) {
        for (boolean success : new boolean[] {true, false}) {
            String type = new Ending(success, "", "").announced();
            for (Node condition : status.findList("conditions")) {
                if (type.equals(condition.findText("type")) && "True".equals(condition.findText("status"))) {
                    return Optional.of(
                            new Ending(success, condition.findText("reason"), condition.findText("message")));
                }
            }
        }
        return Optional.empty();
    }

    /** A status with a condition: in place of the one of its type, else at the end; one that is absent is False already. */
    static MapNode with(MapNode status, String type, String value, String reason, String message, String now) {
        MapNode condition = MapNode.builder()
                .put("type", type)
                .put("status", value)
                .put("lastProbeTime", now)
                .put("lastTransitionTime", now)
                .put("reason", reason)
                .put("message", message)
                .build();
        ListNode conditions = status.findList("conditions");
        for (int i = 0; i < conditions.size(); i++) {
            Node old = conditions.get(i);
            if (type.equals(old.findText("type"))) {
                boolean same = value.equals(old.findText("status"))
                        && reason.equals(old.findText("reason"))
                        && message.equals(old.findText("message"));
                return same ? status : status.with("conditions", conditions.with(i, condition));
            }
        }
        return value.equals("False") ? status : status.with("conditions", conditions.plus(condition));
    }
}
