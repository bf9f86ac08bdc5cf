package dev.drydock.flux.ssa;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Old servers answer a dry run with the first metric doubled and an empty one at the end (normalize.DryRunUnstructured). */
final class HpaMetrics {

    private HpaMetrics() {}

    static MapNode distinct(MapNode autoscaler) {
        Set<Node> metrics = new LinkedHashSet<>();
        for (Node metric : autoscaler.findList("spec", "metrics")) {
            if (!metric.findText("type").isEmpty()) {
                metrics.add(metric);
            }
        }
        return metrics.isEmpty()
                ? autoscaler.withoutPath("spec", "metrics")
                : autoscaler.with(List.of("spec", "metrics"), ListNode.of(List.copyOf(metrics)));
    }
}
