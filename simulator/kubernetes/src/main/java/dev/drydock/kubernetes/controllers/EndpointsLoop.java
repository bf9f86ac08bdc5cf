package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** endpoint-controller (pkg/controller/endpoint): the Endpoints of Services. */
final class EndpointsLoop extends ServiceLoop {

    private static final String MANAGED_BY = "endpoints.kubernetes.io/managed-by";

    @Override
    public String name() {
        return "endpoint-controller";
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName namespace) {
        Map<String, MapNode> stale = new LinkedHashMap<>();
        Map<String, MapNode> all = new LinkedHashMap<>();
        for (MapNode endpoints : context.list(Kinds.ENDPOINTS, namespace.name())) {
            String name = NamespacedName.of(endpoints).name();
            all.put(name, endpoints);
            if (!endpoints.findText("metadata", "labels", MANAGED_BY).isEmpty()) {
                stale.put(name, endpoints);
            }
        }
        String failure = "";
        for (MapNode service : context.list(Kinds.SERVICE, namespace.name())) {
            String name = NamespacedName.of(service).name();
            stale.remove(name);
            if (ServicePods.isSelecting(service)) {
                String wrong = write(context, ServicePods.of(context, service), all.getOrDefault(name, MapNode.EMPTY));
                failure = failure.isEmpty() ? wrong : failure;
            }
        }
        stale.values().forEach(context::delete);
        return result(failure);
    }

    private static String write(LoopContext context, ServicePods behind, MapNode old) {
        ListNode subsets = subsets(behind);
        MapNode labels = behind.labels().with(MANAGED_BY, "endpoint-controller");
        boolean same = old.findList("subsets").equals(subsets)
                && old.findMap("metadata", "labels").strings().equals(labels.strings());
        if (same && !old.isEmpty()) {
            return "";
        }
        String change = behind.lastChange(old.findList("subsets"), old.isEmpty());
        MapNode metadata = old.findMap("metadata")
                .with("name", NamespacedName.of(behind.service()).name())
                .with("namespace", NamespacedName.of(behind.service()).namespace());
        MapNode endpoints = MapNode.builder()
                .put("apiVersion", Kinds.ENDPOINTS.apiVersion())
                .put("kind", Kinds.ENDPOINTS.kind())
                .put("metadata", described(metadata, labels, change))
                .putIfPresent("subsets", subsets.isEmpty() ? null : subsets)
                .build();
        return write(context, old, endpoints);
    }

    /** The addresses by the ports that they have. */
    private static ListNode subsets(ServicePods behind) {
        Map<List<MapNode>, Map<String, List<MapNode>>> byPorts = new LinkedHashMap<>();
        for (MapNode pod : behind.pods()) {
            List<MapNode> ports = behind.ports(pod);
            boolean bare = behind.service().findList("spec", "ports").isEmpty() && behind.isHeadless();
            boolean goes = pod.find("metadata", "deletionTimestamp") != null && !behind.showsUnready();
            if (goes || (ports.isEmpty() && !bare)) {
                continue;
            }
            MapNode address = MapNode.builder()
                    .put("ip", pod.findText("status", "podIP"))
                    .putIfPresent("hostname", behind.hasHostName(pod) ? pod.find("spec", "hostname") : null)
                    .putIfPresent("nodeName", pod.find("spec", "nodeName"))
                    .put("targetRef", ServicePods.reference(pod))
                    .build();
            boolean ready = behind.showsUnready() || PodTemplates.isReady(pod);
            byPorts.computeIfAbsent(ports, key -> new LinkedHashMap<>())
                    .computeIfAbsent(ready ? "addresses" : "notReadyAddresses", key -> new ArrayList<>())
                    .add(address);
        }
        List<MapNode> subsets = new ArrayList<>();
        byPorts.forEach((ports, addresses) -> {
            MapNode.Builder subset = MapNode.builder();
            for (String field : List.of("addresses", "notReadyAddresses")) {
                if (addresses.containsKey(field)) {
                    subset.put(field, ListNode.of(addresses.get(field)));
                }
            }
            if (!ports.isEmpty()) {
                subset.put(
                        "ports",
                        ListNode.of(ports.stream().map(EndpointsLoop::named).toList()));
            }
            subsets.add(subset.build());
        });
        return ListNode.of(subsets);
    }

    private static MapNode named(MapNode port) {
        return port.findText("name").isEmpty() ? port.without("name") : port;
    }
}
