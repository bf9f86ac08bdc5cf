package dev.drydock.scenario.run;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Set;
import java.util.regex.Pattern;

/** What of an object matters when one asks whether anything changed: all but times, counters and bookkeeping. */
final class Essence {

    private static final Set<String> BOOKKEEPING =
            Set.of("resourceVersion", "managedFields", "totalReconciliations", "lastReconciledDuration");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");
    private static final Set<String> FLEETING = Set.of("events", "events.events.k8s.io", "leases.coordination.k8s.io");

    private Essence() {}

    /** Whether objects of a resource only tell of changes elsewhere. */
    static boolean isFleeting(String groupResource) {
        return FLEETING.contains(groupResource);
    }

    static Node of(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> BOOKKEEPING.contains(key) ? null : of(value));
        }
        if (node instanceof ListNode list) {
            return list.map(Essence::of);
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.isString() && TIME.matcher(scalar.stringValue()).matches() ? ScalarNode.of("<time>") : scalar;
    }
}
