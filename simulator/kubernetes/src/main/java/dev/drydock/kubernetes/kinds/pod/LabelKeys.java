package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Selectors of a new pod take the values of the pod's own labels where they name their keys. */
final class LabelKeys {

    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private LabelKeys() {}

    static MapNode merged(MapNode pod) {
        Map<String, String> labels = pod.findMap("metadata", "labels").strings();
        MapNode result = pod;
        for (String kind : List.of("podAffinity", "podAntiAffinity")) {
            result = each(result, term -> merged(term, labels), "spec", "affinity", kind, REQUIRED);
            result = each(
                    result,
                    term -> term.has("podAffinityTerm")
                            ? term.with("podAffinityTerm", merged(term.findMap("podAffinityTerm"), labels))
                            : term,
                    "spec",
                    "affinity",
                    kind,
                    PREFERRED);
        }
        return each(result, constraint -> merged(constraint, labels), "spec", "topologySpreadConstraints");
    }

    private static MapNode each(MapNode pod, UnaryOperator<MapNode> change, String... path) {
        ListNode list = pod.findList(path);
        if (list.isEmpty()) {
            return pod;
        }
        ListNode changed = list.map(item -> item instanceof MapNode map ? change.apply(map) : item);
        return changed.equals(list) ? pod : pod.with(List.of(path), changed);
    }

    private static MapNode merged(MapNode term, Map<String, String> labels) {
        if (!(term.get("labelSelector") instanceof MapNode)) {
            return term;
        }
        List<Node> added = new ArrayList<>();
        add(added, term.findList("matchLabelKeys"), "In", labels);
        add(added, term.findList("mismatchLabelKeys"), "NotIn", labels);
        if (added.isEmpty()) {
            return term;
        }
        List<Node> all = new ArrayList<>(
                term.findList("labelSelector", "matchExpressions").items());
        all.addAll(added);
        return term.with(List.of("labelSelector", "matchExpressions"), ListNode.of(all));
    }

    private static void add(List<Node> added, ListNode keys, String operator, Map<String, String> labels) {
        for (String key : keys.strings()) {
            String value = labels.get(key);
            if (value != null) {
                added.add(MapNode.of("key", key, "operator", operator, "values", List.of(value)));
            }
        }
    }
}
