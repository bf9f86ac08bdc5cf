package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Lets pods stay for five minutes on nodes that are not ready or cannot be reached. */
final class DefaultTolerationSeconds implements AdmissionPlugin {

    @Override
    public String name() {
        return "DefaultTolerationSeconds";
    }

    @Override
    public AdmissionResult mutate(AdmissionRequest request) {
        if (!request.isFor("pods") || request.operation() == AdmissionRequest.Operation.DELETE) {
            return AdmissionResult.unchanged(request);
        }
        ListNode given = request.written().findList("spec", "tolerations");
        ListNode tolerations = given;
        for (String taint : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
            if (!Tolerations.cover(given, taint)) {
                tolerations = tolerations.plus(MapNode.builder()
                        .put("key", taint)
                        .put("operator", "Exists")
                        .put("effect", "NoExecute")
                        .put("tolerationSeconds", 300)
                        .build());
            }
        }
        return tolerations.size() == given.size()
                ? AdmissionResult.unchanged(request)
                : AdmissionResult.changed(request.written().with(List.of("spec", "tolerations"), tolerations));
    }
}
