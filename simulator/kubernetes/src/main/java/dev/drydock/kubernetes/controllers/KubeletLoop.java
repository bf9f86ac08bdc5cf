package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.controllers.WorkloadBehaviour.Outcome;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stand-in for scheduler and kubelet: Pods become ready, complete, fail or stay as their workload's behaviour says, and
 * go when their deletion is asked for.
 */
final class KubeletLoop implements ControlLoop {

    private static final String NODE = "node-1";

    @Override
    public String name() {
        return "kubelet";
    }

    @Override
    public UserInfo user() {
        return UserInfo.admin();
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        return event.resource().groupResource().equals("pods") ? List.of(NamespacedName.of(event.object())) : List.of();
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> found = context.get(Kinds.POD, name);
        if (found.isEmpty()) {
            return new Result.Done();
        }
        MapNode pod = found.get();
        if (pod.find("metadata", "deletionTimestamp") != null) {
            if (JobPods.isTracked(pod) && JobPods.isTerminating(pod)) {
                // a Job may wait for the end of its Pods before it replaces them
                context.updateStatus(pod, pod.with(List.of("status", "phase"), "Failed"));
            }
            context.client().delete(Kinds.POD, name, MapNode.of("gracePeriodSeconds", 0));
            return new Result.Done();
        }
        String phase = pod.findString("status", "phase");
        if ("Succeeded".equals(phase) || "Failed".equals(phase) || PodTemplates.isReady(pod)) {
            return new Result.Done();
        }
        if (pod.findText("spec", "nodeName").isEmpty()) {
            if (pod.findList("spec", "schedulingGates").isEmpty()) {
                bind(context, name);
            }
            return new Result.Done();
        }
        WorkloadBehaviour behaviour = behaviour(context, pod);
        Instant created = Instant.parse(String.valueOf(pod.findString("metadata", "creationTimestamp")));
        Duration left = Duration.between(context.kernel().now(), created.plus(behaviour.after()));
        if (behaviour.outcome() == Outcome.READY && left.compareTo(Duration.ZERO) > 0) {
            return new Result.After(left);
        }
        MapNode status = status(context, pod, behaviour.outcome());
        if (!status.has("podIP") && !pod.isTrue("spec", "hostNetwork")) {
            String address = PodAddresses.free(context);
            status = status.with("podIP", address).with("podIPs", ListNode.of(List.of(MapNode.of("ip", address))));
        }
        context.updateStatus(pod, pod.with("status", status));
        return new Result.Done();
    }

    /** Gives a Pod the only node that there is; the Pod comes back as a changed one. */
    private static void bind(LoopContext context, NamespacedName name) {
        MapNode binding = MapNode.of(
                "metadata",
                MapNode.of("name", name.name(), "namespace", name.namespace()),
                "target",
                MapNode.of("kind", "Node", "name", NODE));
        context.asProvisioner().create(Kinds.POD, name, "binding", binding, WriteOptions.as("python-requests"));
    }

    /** The behaviour of the workload at the top of the Pod's owners, or of the Pod itself. */
    private static WorkloadBehaviour behaviour(LoopContext context, MapNode pod) {
        NamespacedName name = NamespacedName.of(pod);
        for (Node owner : pod.findList("metadata", "ownerReferences")) {
            String kind = String.valueOf(owner.findString("kind"));
            String ownerName = String.valueOf(owner.findString("name"));
            if (kind.equals("ReplicaSet")) {
                Optional<MapNode> set = context.get(Kinds.REPLICA_SET, new NamespacedName(name.namespace(), ownerName));
                for (Node top :
                        set.map(s -> s.findList("metadata", "ownerReferences")).orElse(ListNode.EMPTY)) {
                    kind = String.valueOf(top.findString("kind"));
                    ownerName = String.valueOf(top.findString("name"));
                }
            }
            return context.workloads().of(kind, new NamespacedName(name.namespace(), ownerName));
        }
        return context.workloads().of("Pod", name);
    }

    private static MapNode status(LoopContext context, MapNode pod, Outcome outcome) {
        boolean runsOnce = !"Always".equals(pod.findString("spec", "restartPolicy"));
        List<Node> conditions = new ArrayList<>();
        conditions.add(condition(context, "PodScheduled", "True", ""));
        String phase;
        if (runsOnce && outcome == Outcome.READY) {
            phase = "Succeeded";
        } else if (runsOnce && outcome == Outcome.FAILS) {
            phase = "Failed";
        } else if (outcome == Outcome.READY) {
            phase = "Running";
            conditions.add(condition(context, "Initialized", "True", ""));
            conditions.add(condition(context, "ContainersReady", "True", ""));
            conditions.add(condition(context, "Ready", "True", ""));
        } else {
            phase = "Pending";
            conditions.add(condition(context, "Ready", "False", "ContainersNotReady"));
        }
        return pod.findMap("status").with("phase", phase).with("conditions", ListNode.of(conditions));
    }

    private static MapNode condition(LoopContext context, String type, String status, String reason) {
        return MapNode.builder()
                .put("type", type)
                .put("status", status)
                .putIfPresent("reason", reason.isEmpty() ? null : reason)
                .put("lastTransitionTime", context.now())
                .build();
    }
}
