package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** disruption-controller (pkg/controller/disruption): how many Pods of a budget may be evicted. */
final class DisruptionLoop implements ControlLoop {

    @Override
    public String name() {
        return "disruption-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        NamespacedName changed = NamespacedName.of(event.object());
        return switch (event.resource().groupResource()) {
            case "poddisruptionbudgets.policy" -> List.of(changed);
            // the budgets of a namespace are looked at together when one of its Pods changes
            case "pods" -> List.of(new NamespacedName(changed.namespace(), "*"));
            default -> List.of();
        };
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        if (name.name().equals("*")) {
            for (MapNode budget : context.list(Kinds.BUDGET, name.namespace())) {
                look(context, budget);
            }
            return new Result.Done();
        }
        Optional<MapNode> budget = context.get(Kinds.BUDGET, name);
        budget.ifPresent(found -> look(context, found));
        return new Result.Done();
    }

    private static void look(LoopContext context, MapNode budget) {
        List<MapNode> pods = context.list(Kinds.POD, NamespacedName.of(budget).namespace()).stream()
                .filter(pod -> LabelSelectors.matches(
                        budget.findMap("spec", "selector"),
                        pod.findMap("metadata", "labels").strings()))
                .filter(PodTemplates::isActive)
                .toList();
        long healthy = pods.stream().filter(PodTemplates::isReady).count();
        long expected = expected(context, pods);
        long desired = desired(budget, expected);
        long allowed = expected <= 0 ? 0 : Math.max(0, healthy - desired);
        MapNode old = budget.findMap("status");
        Long generation = budget.findLong("metadata", "generation");
        MapNode condition = context.condition(
                        old,
                        "DisruptionAllowed",
                        allowed > 0 ? "True" : "False",
                        allowed > 0 ? "SufficientPods" : "InsufficientPods",
                        "")
                .without("lastUpdateTime")
                .with("observedGeneration", generation == null ? 0 : generation);
        MapNode status = MapNode.builder()
                .put("conditions", ListNode.of(List.of(condition)))
                .put("currentHealthy", healthy)
                .put("desiredHealthy", desired)
                .put("disruptionsAllowed", allowed)
                .put("expectedPods", expected)
                .put("observedGeneration", generation == null ? 0 : generation)
                .build();
        context.updateStatus(budget, budget.with("status", status));
    }

    /** The replicas that the controllers of the Pods want; a Pod without one counts itself. */
    private static long expected(LoopContext context, List<MapNode> pods) {
        long expected = 0;
        List<String> seen = new ArrayList<>();
        for (MapNode pod : pods) {
            String uid = Owners.controllerUid(pod);
            if (uid.isEmpty()) {
                expected++;
            } else if (!seen.contains(uid)) {
                seen.add(uid);
                expected += replicas(context, pod);
            }
        }
        return expected;
    }

    private static long replicas(LoopContext context, MapNode pod) {
        for (Node owner : pod.findList("metadata", "ownerReferences")) {
            if (owner.isTrue("controller")) {
                NamespacedName name = new NamespacedName(
                        NamespacedName.of(pod).namespace(), String.valueOf(owner.findString("name")));
                Optional<MapNode> object = context.server()
                                .discovery()
                                .find(GroupVersionKind.of(owner))
                                .isPresent()
                        ? context.get(GroupVersionKind.of(owner), name)
                        : Optional.empty();
                return object.map(o -> PodTemplates.number(o, 1, "spec", "replicas"))
                        .orElse(1L);
            }
        }
        return 1;
    }

    private static long desired(MapNode budget, long expected) {
        Node most = budget.find("spec", "maxUnavailable");
        if (most instanceof ScalarNode scalar) {
            return Math.max(0, expected - scaled(scalar, expected));
        }
        Node least = budget.find("spec", "minAvailable");
        return least instanceof ScalarNode scalar ? scaled(scalar, expected) : 1;
    }

    /** A number, or a percentage rounded up. */
    private static long scaled(ScalarNode value, long of) {
        String text = value.text();
        if (!text.endsWith("%")) {
            return Long.parseLong(text);
        }
        long percent = Long.parseLong(text.substring(0, text.length() - 1));
        return (of * percent + 99) / 100;
    }
}
