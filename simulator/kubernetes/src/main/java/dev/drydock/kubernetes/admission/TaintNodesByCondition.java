package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Keeps pods away from new nodes until they are ready. */
final class TaintNodesByCondition implements AdmissionPlugin {

    private static final MapNode NOT_READY = MapNode.of("key", "node.kubernetes.io/not-ready", "effect", "NoSchedule");

    @Override
    public String name() {
        return "TaintNodesByCondition";
    }

    @Override
    public AdmissionResult mutate(AdmissionRequest request) {
        ListNode taints = request.written().findList("spec", "taints");
        boolean tainted = taints.stream()
                .anyMatch(taint -> taint.findText("key").equals(NOT_READY.findText("key"))
                        && taint.findText("effect").equals("NoSchedule"));
        return !request.creates("nodes") || tainted
                ? AdmissionResult.unchanged(request)
                : AdmissionResult.changed(request.written().with(List.of("spec", "taints"), taints.plus(NOT_READY)));
    }
}
