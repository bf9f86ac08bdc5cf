package dev.drydock.flux.helm;

import dev.drydock.flux.runtime.Conditions;
import dev.drydock.flux.runtime.EventRecorder;
import dev.drydock.kernel.Kernel;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Conditions and events of a HelmRelease (internal/reconcile/release.go).
 *
 * @param kernel time
 * @param events records Events
 */
record ReleaseReport(Kernel kernel, EventRecorder events) {

    static final String RELEASED = "Released";
    static final String REMEDIATED = "Remediated";
    static final String TESTED = "TestSuccess";

    MapNode set(MapNode object, String type, String status, String reason, String message) {
        return Conditions.set(object, type, status, reason, message, kernel.now());
    }

    MapNode ready(MapNode object, String status, String reason, String message) {
        return set(object, Conditions.READY, status, reason, message);
    }

    MapNode reconciling(MapNode object, String reason, String message) {
        return Conditions.markReconciling(object, reason, message, kernel.now());
    }

    MapNode stalled(MapNode object, String reason, String message) {
        return Conditions.markStalled(object, reason, message, kernel.now());
    }

    void event(MapNode object, String type, String reason, String message) {
        events.record(object, type, reason, message, Map.of());
    }

    /** An event about a revision, with what tells it from others. */
    void event(MapNode object, String type, String reason, String message, String revision, String token) {
        Map<String, String> annotations = new TreeMap<>();
        annotations.put("helm.toolkit.fluxcd.io/revision", revision);
        annotations.put("helm.toolkit.fluxcd.io/token", token);
        events.record(object, type, reason, message, annotations);
    }

    /** Ready=False of one of these reasons is out of date, because the step that set it has succeeded now. */
    MapNode passed(MapNode object, String... reasons) {
        boolean stale = Conditions.find(object, Conditions.READY)
                .map(ready -> List.of(reasons).contains(ready.reason()))
                .orElse(false);
        return stale ? ready(object, "Unknown", "Progressing", "reconciliation in progress") : object;
    }

    /** Ready as the sum of the conditions about releases. */
    MapNode summarize(MapNode before) {
        boolean tests = before.isTrue("spec", "test", "enable");
        List<String> order = tests && !before.isTrue("spec", "test", "ignoreFailures")
                ? List.of(REMEDIATED, TESTED, RELEASED)
                : List.of(REMEDIATED, RELEASED);
        MapNode object = tests ? before : Conditions.delete(before, TESTED);
        List<Node> conditions =
                new ArrayList<>(object.findList("status", "conditions").items());
        if (conditions.isEmpty()) {
            return object;
        }
        sort(conditions, order);
        Node first = conditions.get(0);
        String status = first.findText("type").equals(REMEDIATED) ? "False" : first.findText("status");
        if (status.equals("True")) {
            object = Conditions.delete(object, Conditions.STALLED);
        }
        object = ready(object, status, first.findText("reason"), first.findText("message"));
        object = observed(object, "observedPostRenderersDigest", SpecDigests.postRenderers(object));
        return observed(object, "observedCommonMetadataDigest", SpecDigests.commonMetadata(object));
    }

    private static MapNode observed(MapNode object, String field, String digest) {
        return digest.isEmpty() ? object.withoutPath("status", field) : object.with(List.of("status", field), digest);
    }

    /** Upstream's comparison is no order, so that its insertion sort is part of the result. */
    private static void sort(List<Node> conditions, List<String> order) {
        for (int i = 1; i < conditions.size(); i++) {
            for (int j = i; j > 0 && isBefore(conditions.get(j), conditions.get(j - 1), order); j--) {
                Node moved = conditions.get(j);
                conditions.set(j, conditions.get(j - 1));
                conditions.set(j - 1, moved);
            }
        }
    }

    private static boolean isBefore(Node one, Node other, List<String> order) {
        int first = order.indexOf(one.findText("type"));
        int second = order.indexOf(other.findText("type"));
        if (first < 0 || second < 0) {
            return first >= 0;
        }
        return generation(one) >= generation(other) && first < second;
    }

    private static long generation(Node condition) {
        Long generation = condition.findLong("observedGeneration");
        return generation == null ? 0 : generation;
    }

    /** The condition of one type in the place of another one. */
    MapNode replaced(MapNode object, String old, String type, String reason, String message) {
        MapNode bare = Conditions.delete(Conditions.delete(object, old), type);
        return set(bare, type, "True", reason, message);
    }

    /** The object with a counter of its status one higher. */
    static MapNode counted(MapNode object, String counter) {
        Long count = object.findLong("status", counter);
        return object.with(List.of("status", counter), count == null ? 1 : count + 1);
    }

    static MapNode withoutFailures(MapNode object) {
        return object.withoutPath("status", "failures")
                .withoutPath("status", "installFailures")
                .withoutPath("status", "upgradeFailures");
    }

    static MapNode withInventory(MapNode object, List<MapNode> entries) {
        return object.with(List.of("status", "inventory"), MapNode.of("entries", ListNode.of(entries)));
    }
}
