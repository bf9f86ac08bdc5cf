package dev.drydock.flux.acl;

import com.google.re2j.PatternSyntaxException;
import dev.drydock.cel.library.Patterns;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/** Which Alerts an event reaches, and which of them may not see it (notification-controller, event_handlers.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AlertMatch {

    private AlertMatch() {}

    /** The alerts that match an event, in their order; suspended ones never do. */
    public static List<MapNode> matching(MapNode event, List<MapNode> alerts, ObjectLookup lookup) {
        return alerts.stream()
                .filter(alert -> !alert.isTrue("spec", "suspend"))
                .filter(alert -> matches(event, alert, lookup))
                .filter(alert -> includes(event, alert))
                .toList();
    }

    /** Why an alert may not dispatch an event; empty when it may. */
    public static Optional<String> denial(MapNode event, MapNode alert, boolean noCrossNamespaceRefs) {
        MapNode involved = event.findMap("involvedObject");
        String namespace = ObjectFields.namespace(alert);
        if (!noCrossNamespaceRefs || involved.findText("namespace").equals(namespace)) {
            return Optional.empty();
        }
        return Optional.of("discarding event, access denied to cross-namespace sources: alert '" + namespace + "/"
                + ObjectFields.name(alert) + "' can't process event from '" + ObjectFields.kind(involved) + "/"
                + involved.findText("namespace") + "/" + involved.findText("name")
                + "', cross-namespace references have been blocked");
    }

    private static boolean matches(MapNode event, MapNode alert, ObjectLookup lookup) {
        String severity = alert.findText("spec", "eventSeverity");
        if (!severity.equals("info") && !severity.equals(event.findText("severity"))) {
            return false;
        }
        for (Node source : alert.findList("spec", "eventSources")) {
            if (matchesSource(event.findMap("involvedObject"), source, ObjectFields.namespace(alert), lookup)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesSource(MapNode involved, Node source, String own, ObjectLookup lookup) {
        String namespace = source.findText("namespace");
        String name = source.findText("name");
        boolean names = involved.findText("namespace").equals(namespace.isEmpty() ? own : namespace)
                && ObjectFields.kind(involved).equals(ObjectFields.kind(source))
                && (name.equals("*") || name.equals(involved.findText("name")));
        if (!names || !(source.find("matchLabels") instanceof MapNode labels)) {
            return names;
        }
        GroupVersionKind type = ObjectFields.type(involved);
        return lookup.read(type, involved.findText("namespace"), involved.findText("name"))
                        instanceof ObjectLookup.Found found
                && hasAll(found.object(), labels);
    }

    private static boolean hasAll(MapNode object, MapNode labels) {
        Map<String, String> present = ObjectFields.labels(object);
        return labels.strings().entrySet().stream()
                .allMatch(label -> label.getValue().equals(present.get(label.getKey())));
    }

    private static boolean includes(MapNode event, MapNode alert) {
        String message = event.findText("message");
        ListNode inclusions = alert.findList("spec", "inclusionList");
        return (inclusions.isEmpty() || matchesOne(inclusions, message))
                && !matchesOne(alert.findList("spec", "exclusionList"), message);
    }

    /** An expression that does not compile matches nothing. */
    private static boolean matchesOne(ListNode expressions, String message) {
        return expressions.strings().stream().anyMatch(expression -> {
            try {
                return Patterns.compile(expression).matcher(message).find();
            } catch (PatternSyntaxException e) {
                return false;
            }
        });
    }
}
