package dev.drydock.flux.status;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pods. */
final class PodRule {

    private static final Duration SCHEDULE_WINDOW = Duration.ofSeconds(15);

    private PodRule() {}

    static Health compute(MapNode pod, Instant now) {
        BasicConditions conditions = BasicConditions.of(pod);
        String phase = NestedFields.text(pod, "", "status", "phase");
        return switch (phase) {
            case "Succeeded" -> Health.current("Pod has completed successfully");
            case "Failed" -> Health.current("Pod has completed, but not successfully");
            case "Running" -> running(pod, conditions);
            case "Pending" -> pending(pod, conditions, now);
            case "" -> Health.inProgress("PodNotObserved", "Pod phase not available");
            default -> throw new MalformedObjectException("unknown phase " + phase);
        };
    }

    private static Health running(MapNode pod, BasicConditions conditions) {
        if (conditions.find("Ready", "True") != null) {
            return Health.current("Pod is Ready");
        }
        List<String> looping = crashLooping(pod);
        return looping.isEmpty()
                ? Health.inProgress("PodRunningNotReady", "Pod is running but is not Ready")
                : Health.failed("ContainerCrashLooping", "Containers in CrashLoop state: " + String.join(",", looping));
    }

    private static Health pending(MapNode pod, BasicConditions conditions, Instant now) {
        BasicConditions.Condition scheduled = conditions.find("PodScheduled", "False");
        if (scheduled == null || !scheduled.reason().equals("Unschedulable")) {
            return Health.inProgress("PodPending", "Pod is in the Pending phase");
        }
        return now.minus(SCHEDULE_WINDOW).isBefore(creation(pod))
                ? Health.inProgress("PodNotScheduled", "Pod has not been scheduled")
                : Health.failed("PodUnschedulable", "Pod could not be scheduled");
    }

    private static Instant creation(MapNode pod) {
        try {
            return OffsetDateTime.parse(NestedFields.text(pod, "", "metadata", "creationTimestamp"))
                    .toInstant();
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }

    private static List<String> crashLooping(MapNode pod) {
        List<String> names = new ArrayList<>();
        ListNode statuses = NestedFields.list(pod, "status", "containerStatuses");
        if (statuses == null) {
            return names;
        }
        for (Node item : statuses) {
            MapNode status = map(item);
            Node name = status.get("name");
            Node state = name == null ? null : status.get("state");
            String checked = name == null ? "" : string(name);
            Node waiting = state == null ? null : map(state).get("waiting");
            Node reason = waiting == null ? null : map(waiting).get("reason");
            if (reason != null && string(reason).equals("CrashLoopBackOff")) {
                names.add(checked);
            }
        }
        return names;
    }

    private static MapNode map(@Nullable Node node) {
        if (node instanceof MapNode map) {
            return map;
        }
        throw conversion(node, "map[string]interface {}");
    }

    private static String string(Node node) {
        if (node instanceof ScalarNode scalar && scalar.isString()) {
            return scalar.stringValue();
        }
        throw conversion(node, "string");
    }

    private static MalformedObjectException conversion(@Nullable Node node, String wanted) {
        String type = node == null || node.isNull() ? "nil" : GoValue.type(node);
        return MalformedObjectException.panic("interface conversion: interface {} is " + type + ", not " + wanted);
    }
}
