package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Volumes stay at the nodes where they are (validatePvNodeAffinity of pkg/apis/core/validation/validation.go). */
final class PlacedVolumes {

    private static final String STRUCT = "core.v1.VolumeNodeAffinity";
    private static final Map<String, String> NEW_LABELS = Map.of(
            "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region",
            "beta.kubernetes.io/os", "kubernetes.io/os",
            "beta.kubernetes.io/arch", "kubernetes.io/arch",
            "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type");

    private PlacedVolumes() {}

    static void unmoved(FieldErrors errors, @Nullable Node now, @Nullable Node before) {
        if (!(before instanceof MapNode old)) {
            return;
        }
        if (now instanceof MapNode given && InternalForm.same(STRUCT, given, renamed(old, given))) {
            return;
        }
        errors.add(FieldError.invalid(
                "nodeAffinity",
                now instanceof MapNode given ? InternalForm.of(STRUCT, given) : ScalarNode.NULL,
                Check.IMMUTABLE + ", except for updating from beta label to GA"));
    }

    /** The old affinity, whose labels have their newer names where the new one uses them. */
    private static MapNode renamed(MapNode old, Node now) {
        String[] terms = {"required", "nodeSelectorTerms"};
        ListNode after = now.findList(terms);
        List<Node> result = new ArrayList<>();
        for (Node term : old.findList(terms)) {
            result.add(
                    term instanceof MapNode map && result.size() < after.size()
                            ? renamedTerm(map, after.get(result.size()))
                            : term);
        }
        return result.isEmpty() ? old : old.with(List.of(terms), ListNode.of(result));
    }

    private static MapNode renamedTerm(MapNode old, Node now) {
        ListNode after = now.findList("matchExpressions");
        List<Node> result = new ArrayList<>();
        for (Node expression : old.findList("matchExpressions")) {
            String key = result.size() < after.size() ? after.get(result.size()).findText("key") : "";
            boolean isNewer = key.equals(NEW_LABELS.get(expression.findText("key")));
            result.add(isNewer && expression instanceof MapNode map ? map.with("key", key) : expression);
        }
        return result.isEmpty() ? old : old.with("matchExpressions", ListNode.of(result));
    }
}
