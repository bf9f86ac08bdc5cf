package dev.drydock.flux.notification;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an event carries besides its message (notification-controller internal/server/event_server.go, cleanupMetadata, and
 * event_handlers.go, combineEventMetadata): what its controller says of it, and annotations of the object for whoever is
 * notified.
 *
 * @param controller what the controller says, without the group of the object
 * @param object annotations of the object, without the group of events
 */
record EventMetadata(Map<String, String> controller, Map<String, String> object) {

    /** Prefix of the annotations of an object that go into all of its events. */
    private static final String EVENT_GROUP = "event.toolkit.fluxcd.io/";

    private static final Set<String> LEFT_OUT = Set.of("checksum", "digest", "token");

    /**
     * The metadata of an Event.
     *
     * @param live the object it is about, if it is still there: an Event that counts up keeps the annotations it began with,
     *     while what is posted has those of the object
     */
    static EventMetadata of(MapNode event, Optional<MapNode> live) {
        String group = ObjectFields.type(event.findMap("involvedObject")).group() + "/";
        Map<String, String> recorded = ObjectFields.annotations(event);
        Map<String, String> controller = below(group, recorded);
        controller.keySet().removeAll(LEFT_OUT);
        return new EventMetadata(
                controller,
                below(EVENT_GROUP, live.map(ObjectFields::annotations).orElse(recorded)));
    }

    private static Map<String, String> below(String prefix, Map<String, String> annotations) {
        Map<String, String> values = new TreeMap<>();
        annotations.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                values.put(key.substring(prefix.length()), value);
            }
        });
        return values;
    }

    boolean isCommitStatusUpdate() {
        return "update".equals(controller.get("commit_status"));
    }

    boolean hasCommit() {
        return !object.getOrDefault("commit", "").isEmpty();
    }

    boolean hasChangeRequest() {
        return !object.getOrDefault("change_request", "").isEmpty();
    }

    /** The keys that more than one source gives a value, each with its sources, when an Alert passes the event on. */
    Map<String, String> conflicts(MapNode alert) {
        Map<String, List<String>> sources = new TreeMap<>();
        add(sources, object.keySet(), "involved object annotations");
        add(sources, alert.findMap("spec", "eventMetadata").strings().keySet(), "Alert object .spec.eventMetadata");
        if (!alert.findText("spec", "summary").isEmpty()) {
            add(sources, Set.of("summary"), "Alert object .spec.summary");
        }
        add(sources, controller.keySet(), "involved object controller metadata");
        Map<String, String> conflicts = new TreeMap<>();
        sources.forEach((key, from) -> {
            if (from.size() > 1) {
                conflicts.put(key, String.join(", ", from));
            }
        });
        return conflicts;
    }

    private static void add(Map<String, List<String>> sources, Set<String> keys, String source) {
        keys.forEach(key -> sources.computeIfAbsent(key, k -> new ArrayList<>()).add(source));
    }
}
