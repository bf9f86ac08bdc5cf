package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** statefulset-controller (pkg/controller/statefulset): numbered Pods, one after the other, and their claims. */
final class StatefulSetLoop implements ControlLoop {

    @Override
    public String name() {
        return "statefulset-controller";
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        return Owners.selfOrController(event, "statefulsets.apps", "StatefulSet");
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> found = context.get(Kinds.STATEFUL_SET, name);
        if (found.isEmpty() || found.get().find("metadata", "deletionTimestamp") != null) {
            return new Result.Done();
        }
        MapNode set = found.get();
        long wanted = PodTemplates.wanted(set, "replicas");
        String revision = name.name() + "-"
                + Hashes.ofRevision(
                        set.findMap("spec", "template"), PodTemplates.number(set, 0, "status", "collisionCount"));
        boolean parallel = "Parallel".equals(set.findString("spec", "podManagementPolicy"));
        String failure = "";
        long start = PodTemplates.number(set, 0, "spec", "ordinals", "start");
        for (long i = start; i < start + wanted && failure.isEmpty(); i++) {
            NamespacedName podName = new NamespacedName(name.namespace(), name.name() + "-" + i);
            Optional<MapNode> pod = context.get(Kinds.POD, podName);
            if (pod.isEmpty()) {
                failure = createPod(context, set, i, revision);
            }
            context.get(Kinds.POD, podName).ifPresent(made -> StatefulSetClaims.own(context, set, made, false));
            if (!parallel && !pod.map(PodTemplates::isReady).orElse(false)) {
                break;
            }
        }
        for (MapNode pod : context.owned(Kinds.POD, set)) {
            boolean leaves = ordinal(pod) < start || ordinal(pod) >= start + wanted;
            if (leaves && pod.find("metadata", "deletionTimestamp") == null) {
                StatefulSetClaims.own(context, set, pod, true);
                context.delete(pod);
            }
        }
        writeStatus(context, set, revision);
        return failure.isEmpty() ? new Result.Done() : new Result.Failed(failure);
    }

    private static long ordinal(MapNode pod) {
        String name = NamespacedName.of(pod).name();
        return Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
    }

    private static String createPod(LoopContext context, MapNode set, long ordinal, String revision) {
        String podName = NamespacedName.of(set).name() + "-" + ordinal;
        MapNode pod = PodTemplates.pod(set, set.findMap("spec", "template"), podName);
        pod = PodTemplates.withLabels(
                pod, List.of("metadata", "labels"), Map.of("apps.kubernetes.io/pod-index", Long.toString(ordinal)));
        pod = PodTemplates.withLabels(pod, List.of("metadata", "labels"), Map.of("controller-revision-hash", revision));
        pod = PodTemplates.withLabels(
                pod, List.of("metadata", "labels"), Map.of("statefulset.kubernetes.io/pod-name", podName));
        pod = pod.with(List.of("spec", "hostname"), podName);
        String service = set.findString("spec", "serviceName");
        if (service != null && !service.isEmpty()) {
            pod = pod.with(List.of("spec", "subdomain"), service);
        }
        for (Node claim : set.findList("spec", "volumeClaimTemplates")) {
            String template = String.valueOf(claim.findString("metadata", "name"));
            StatefulSetClaims.create(context, set, (MapNode) claim, podName);
            MapNode source = MapNode.of("claimName", StatefulSetClaims.name(claim, podName));
            Node volume = MapNode.of("name", template, "persistentVolumeClaim", source);
            pod = pod.with(
                    List.of("spec", "volumes"), pod.findList("spec", "volumes").plus(volume));
        }
        ApiResponse response = context.create(pod);
        return response.message();
    }

    private static void writeStatus(LoopContext context, MapNode set, String revision) {
        List<MapNode> pods = context.owned(Kinds.POD, set).stream()
                .filter(PodTemplates::isActive)
                .toList();
        long ready = pods.stream().filter(PodTemplates::isReady).count();
        MapNode.Builder status = MapNode.builder()
                .put("observedGeneration", PodTemplates.number(set, 1, "metadata", "generation"))
                .put("replicas", pods.size());
        if (ready > 0) {
            status.put("readyReplicas", ready);
        }
        if (!pods.isEmpty()) {
            status.put("currentReplicas", pods.size()).put("updatedReplicas", pods.size());
        }
        status.put("currentRevision", revision)
                .put("updateRevision", revision)
                .put("collisionCount", 0)
                .put("availableReplicas", ready);
        context.updateStatus(set, set.with("status", status.build()));
    }
}
