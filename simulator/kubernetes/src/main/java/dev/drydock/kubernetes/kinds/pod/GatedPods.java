package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.Map;

/** Where pods go that are held back: this may be narrowed as long as they are. */
final class GatedPods {

    private static final String NODE_AFFINITY = "nodeAffinity";
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

    private GatedPods() {}

    /** The new spec without the changes that are allowed to gated pods. */
    static MapNode munged(Field spec, MapNode munged, MapNode before) {
        MapNode result = munged;
        if (!spec.map().findMap("nodeSelector").equals(before.findMap("nodeSelector"))) {
            nodeSelector(spec.in("nodeSelector"), before.findMap("nodeSelector").strings());
            result = PodUpdates.copied(result, before, "nodeSelector");
        }
        MapNode now = result.findMap("affinity");
        MapNode old = before.findMap("affinity");
        if (InternalForm.same("core.v1.Affinity", nodeOnly(now), nodeOnly(old))) {
            return result;
        }
        nodeAffinity(spec.in("affinity", NODE_AFFINITY), old.findList(NODE_AFFINITY, REQUIRED, "nodeSelectorTerms"));
        if (!before.has("affinity") && now.without(NODE_AFFINITY).isEmpty()) {
            return result.without("affinity");
        }
        return result.with("affinity", PodUpdates.copied(now, old, NODE_AFFINITY));
    }

    private static MapNode nodeOnly(MapNode affinity) {
        return MapNode.EMPTY.with(NODE_AFFINITY, affinity.findMap(NODE_AFFINITY));
    }

    private static void nodeSelector(Field selector, Map<String, String> before) {
        if (!selector.map().strings().entrySet().containsAll(before.entrySet())) {
            selector.invalid("only additions to spec.nodeSelector are allowed (no mutations or deletions)");
        }
    }

    private static void nodeAffinity(Field affinity, ListNode before) {
        Field terms = affinity.in(REQUIRED, "nodeSelectorTerms");
        if (before.isEmpty()) {
            return;
        }
        if (terms.items().size() != before.size()) {
            terms.invalid(
                    InternalForm.of(
                                    "core.v1.NodeSelector",
                                    affinity.in(REQUIRED).value())
                            .get("NodeSelectorTerms"),
                    "no additions/deletions to non-empty NodeSelectorTerms list are allowed");
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            Field term = terms.items().get(i);
            if (!hasOnlyAdditions(term.map(), before.get(i))) {
                term.invalid(
                        InternalForm.of("core.v1.NodeSelectorTerm", term.value()),
                        "only additions are allowed (no mutations or deletions)");
            }
        }
    }

    private static boolean hasOnlyAdditions(MapNode now, Node before) {
        ListNode expressions = before.findList("matchExpressions");
        ListNode fields = before.findList("matchFields");
        if (expressions.isEmpty() && fields.isEmpty()) {
            return now.findList("matchExpressions").isEmpty()
                    && now.findList("matchFields").isEmpty();
        }
        return startsWith(now.findList("matchExpressions"), expressions)
                && startsWith(now.findList("matchFields"), fields);
    }

    private static boolean startsWith(ListNode now, ListNode before) {
        return now.size() >= before.size()
                && now.items().subList(0, before.size()).equals(before.items());
    }
}
