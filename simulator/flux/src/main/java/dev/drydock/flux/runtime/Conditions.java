package dev.drydock.flux.runtime;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of an object's status. Setting stamps the object's generation and keeps the transition time when nothing
 * changed; the order is Stalled, Reconciling, Ready, then the others (fluxcd/pkg runtime/conditions/setter.go).
 */
public final class Conditions {

    /** Type of the summary condition. */
    public static final String READY = "Ready";

    /** Type of the condition that says that work is going on. */
    public static final String RECONCILING = "Reconciling";

    /** Type of the condition that says that no retry will help. */
    public static final String STALLED = "Stalled";

    private static final int LONGEST_MESSAGE = 32768;

    private Conditions() {}

    /**
     * One condition.
     *
     * @param type its type
     * @param status {@code True}, {@code False} or {@code Unknown}
     * @param reason its reason
     * @param message its message
     * @param observedGeneration generation at which it was set, zero when not given
     */
    public record Condition(String type, String status, String reason, String message, long observedGeneration) {

        /** Whether the status is True. */
        public boolean isTrue() {
            return status.equals("True");
        }
    }

    /** The condition of a type. */
    public static Optional<Condition> find(MapNode object, String type) {
        for (Node node : object.findList("status", "conditions")) {
            if (type.equals(node.findString("type"))) {
                Long generation = node.findLong("observedGeneration");
                return Optional.of(new Condition(
                        type,
                        node.findText("status"),
                        node.findText("reason"),
                        node.findText("message"),
                        generation == null ? 0 : generation));
            }
        }
        return Optional.empty();
    }

    /** Whether the condition of a type is True. */
    public static boolean isTrue(MapNode object, String type) {
        return find(object, type).map(Condition::isTrue).orElse(false);
    }

    /** Whether the condition of a type is False. */
    public static boolean isFalse(MapNode object, String type) {
        return find(object, type).map(c -> c.status().equals("False")).orElse(false);
    }

    /** Ready, and neither reconciling nor stalled. */
    public static boolean isReady(MapNode object) {
        return isTrue(object, READY) && !isTrue(object, RECONCILING) && !isTrue(object, STALLED);
    }

    /** The object with a condition set. */
    public static MapNode set(MapNode object, String type, String status, String reason, String message, Instant now) {
        String kept = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE - 3) + "..." : message;
        Long generation = object.findLong("metadata", "generation");
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        List<Node> rest = new ArrayList<>();
        for (Node node : object.findList("status", "conditions")) {
            if (!type.equals(node.findString("type"))) {
                rest.add(node);
            } else if (status.equals(node.findString("status"))
                    && reason.equals(node.findString("reason"))
                    && kept.equals(node.findString("message"))) {
                String since = node.findString("lastTransitionTime");
                time = since == null ? time : since;
            }
        }
        rest.add(MapNode.builder()
                .put("lastTransitionTime", time)
                .put("message", kept)
                .putIfPresent("observedGeneration", generation)
                .put("reason", reason)
                .put("status", status)
                .put("type", type)
                .build());
        return withConditions(object, rest);
    }

    /** The object without a condition. */
    public static MapNode delete(MapNode object, String type) {
        ListNode conditions = object.findList("status", "conditions");
        List<Node> rest = conditions.stream()
                .filter(node -> !type.equals(node.findString("type")))
                .toList();
        return rest.size() == conditions.size() ? object : withConditions(object, rest);
    }

    private static MapNode withConditions(MapNode object, List<Node> conditions) {
        List<Node> sorted = new ArrayList<>(conditions);
        sorted.sort(Comparator.<Node>comparingInt(c -> rank(c.findText("type")))
                .thenComparing(c -> -generation(c))
                .thenComparing(c -> c.findText("type")));
        MapNode status = object.findMap("status");
        return object.with(
                "status",
                sorted.isEmpty() ? status.without("conditions") : status.with("conditions", ListNode.of(sorted)));
    }

    private static long generation(Node condition) {
        Long generation = condition.findLong("observedGeneration");
        return generation == null ? 0 : generation;
    }

    private static int rank(String type) {
        return switch (type) {
            case STALLED -> 0;
            case RECONCILING -> 1;
            case READY -> 2;
            default -> 3;
        };
    }

    /** Reconciling=True instead of Stalled. */
    public static MapNode markReconciling(MapNode object, String reason, String message, Instant now) {
        return set(delete(object, STALLED), RECONCILING, "True", reason, message, now);
    }

    /** Stalled=True instead of Reconciling. */
    public static MapNode markStalled(MapNode object, String reason, String message, Instant now) {
        return set(delete(object, RECONCILING), STALLED, "True", reason, message, now);
    }
}
