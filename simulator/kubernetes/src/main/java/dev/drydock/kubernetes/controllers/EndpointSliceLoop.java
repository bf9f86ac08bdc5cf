package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** endpointslice-controller (pkg/controller/endpointslice and staging's endpointslice): the EndpointSlices of Services. */
final class EndpointSliceLoop extends ServiceLoop {

    private static final String SERVICE_NAME = "kubernetes.io/service-name";
    private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
    private static final String MANAGER = "endpointslice-controller.k8s.io";
    private static final int MOST_ENDPOINTS = 100;

    @Override
    public String name() {
        return "endpointslice-controller";
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName namespace) {
        List<MapNode> slices = context.list(Kinds.ENDPOINT_SLICE, namespace.name());
        String failure = "";
        for (MapNode service : context.list(Kinds.SERVICE, namespace.name())) {
            if (ServicePods.isSelecting(service)) {
                List<MapNode> own =
                        slices.stream().filter(slice -> isOf(slice, service)).toList();
                String wrong = reconcile(context, ServicePods.of(context, service), own);
                failure = failure.isEmpty() ? wrong : failure;
            }
        }
        return result(failure);
    }

    private static boolean isOf(MapNode slice, MapNode service) {
        MapNode labels = slice.findMap("metadata", "labels");
        return labels.findText(SERVICE_NAME).equals(NamespacedName.of(service).name())
                && labels.findText(MANAGED_BY).equals(MANAGER)
                && slice.find("metadata", "deletionTimestamp") == null;
    }

    private static String reconcile(LoopContext context, ServicePods behind, List<MapNode> own) {
        List<MapNode> left = new ArrayList<>(own);
        List<MapNode> missing = new ArrayList<>();
        String failure = "";
        for (MapNode wanted : wanted(behind)) {
            MapNode old = left.stream()
                    .filter(slice -> sameIn(slice, wanted, "addressType") && sameIn(slice, wanted, "ports"))
                    .findFirst()
                    .orElse(MapNode.EMPTY);
            if (old.isEmpty()) {
                missing.add(wanted);
            } else {
                left.remove(old);
                failure = failure + write(context, behind, old, wanted);
            }
        }
        // What is left over is used for what is missing before anything is created or deleted.
        for (MapNode wanted : missing) {
            MapNode old = left.stream()
                    .filter(slice -> sameIn(slice, wanted, "addressType"))
                    .findFirst()
                    .orElse(MapNode.EMPTY);
            left.remove(old);
            failure = failure + write(context, behind, old, wanted);
        }
        left.forEach(context::delete);
        return failure;
    }

    private static boolean sameIn(MapNode slice, MapNode other, String field) {
        return field.equals("ports")
                ? slice.findList(field).equals(other.findList(field))
                : slice.findText(field).equals(other.findText(field));
    }

    /** What the slices of a Service are to say: those of a family by ports, at least one for every family. */
    private static List<MapNode> wanted(ServicePods behind) {
        List<MapNode> wanted = new ArrayList<>();
        for (String family : behind.service().findList("spec", "ipFamilies").strings()) {
            Map<List<MapNode>, List<MapNode>> byPorts = new LinkedHashMap<>();
            for (MapNode pod : family.equals("IPv4") ? behind.pods() : List.<MapNode>of()) {
                byPorts.computeIfAbsent(behind.ports(pod), ports -> new ArrayList<>())
                        .add(endpoint(behind, pod));
            }
            if (byPorts.isEmpty()) {
                wanted.add(MapNode.of("addressType", family));
            }
            byPorts.forEach((ports, endpoints) -> {
                for (int from = 0; from < endpoints.size(); from += MOST_ENDPOINTS) {
                    int to = Math.min(from + MOST_ENDPOINTS, endpoints.size());
                    wanted.add(MapNode.of(
                            "addressType",
                            family,
                            "endpoints",
                            ListNode.of(endpoints.subList(from, to)),
                            "ports",
                            ListNode.of(ports)));
                }
            });
        }
        return wanted;
    }

    private static MapNode endpoint(ServicePods behind, MapNode pod) {
        boolean serving = PodTemplates.isReady(pod);
        boolean terminating = pod.find("metadata", "deletionTimestamp") != null;
        boolean ready = behind.showsUnready() || (serving && !terminating);
        return MapNode.builder()
                .put("addresses", ListNode.ofStrings(List.of(pod.findText("status", "podIP"))))
                .put("conditions", MapNode.of("ready", ready, "serving", serving, "terminating", terminating))
                .putIfPresent("hostname", behind.hasHostName(pod) ? pod.find("spec", "hostname") : null)
                .put("targetRef", ServicePods.reference(pod))
                .putIfPresent("nodeName", pod.find("spec", "nodeName"))
                .build();
    }

    private static String write(LoopContext context, ServicePods behind, MapNode old, MapNode wanted) {
        String service = NamespacedName.of(behind.service()).name();
        MapNode labels = behind.labels().with(SERVICE_NAME, service).with(MANAGED_BY, MANAGER);
        boolean same = !old.isEmpty()
                && old.findList("endpoints").equals(wanted.findList("endpoints"))
                && sameIn(old, wanted, "ports")
                && old.findMap("metadata", "labels").strings().equals(labels.strings());
        if (same) {
            return "";
        }
        String change = behind.lastChange(old.findList("endpoints"), old.isEmpty());
        MapNode metadata = old.findMap("metadata");
        if (old.isEmpty()) {
            metadata = MapNode.of("generateName", service + "-")
                    .with("namespace", NamespacedName.of(behind.service()).namespace())
                    .with("ownerReferences", Owners.controlledBy(behind.service()));
        }
        MapNode slice = MapNode.builder()
                .put("apiVersion", Kinds.ENDPOINT_SLICE.apiVersion())
                .put("kind", Kinds.ENDPOINT_SLICE.kind())
                .put("metadata", described(metadata, labels, change))
                .put("addressType", wanted.findText("addressType"))
                .putIfPresent("endpoints", wanted.get("endpoints"))
                .putIfPresent("ports", wanted.get("ports"))
                .build();
        return write(context, old, slice);
    }
}
