package dev.drydock.scenario.run;

import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows a Service name as cluster DNS does: to a Service of the namespace or of the one that the name says, along
 * ExternalName, to a ServiceImport below {@code clusterset.local}; and from the Service to addresses, by selector,
 * EndpointSlice or Endpoints.
 */
final class Reachability {

    private static final GroupVersionResource SERVICES = new GroupVersionResource("", "v1", "services");
    private static final GroupVersionResource ENDPOINTS = new GroupVersionResource("", "v1", "endpoints");
    private static final GroupVersionResource PODS = new GroupVersionResource("", "v1", "pods");
    private static final GroupVersionResource SLICES =
            new GroupVersionResource("discovery.k8s.io", "v1", "endpointslices");
    private static final String IMPORTS = "serviceimports.multicluster.x-k8s.io";
    private static final int LONGEST_CHAIN = 8;

    private final ApiServer server;
    private final List<String> way = new ArrayList<>();

    Reachability(ApiServer server) {
        this.server = server;
    }

    /** What was followed, a line each. */
    List<String> way() {
        return List.copyOf(way);
    }

    /** Whether a name, asked for in a namespace, leads to a Service's endpoints. */
    boolean leads(String from, String name, NamespacedName to) {
        String asked = name;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            String[] labels = asked.split("\\.", -1);
            NamespacedName found = new NamespacedName(labels.length > 1 ? labels[1] : from, labels[0]);
            if (asked.endsWith(".svc.clusterset.local")) {
                return imported(found, to);
            }
            boolean isClusterName = labels.length <= 2 || labels[2].equals("svc");
            Optional<MapNode> service = isClusterName ? service(found) : Optional.empty();
            if (service.isEmpty()) {
                way.add(asked + ": " + (isClusterName ? "there is no Service " + found : "lies outside the cluster"));
                return false;
            }
            String external = service.get().findString("spec", "externalName");
            if (external == null) {
                return endsAt(service.get(), found, to);
            }
            way.add(asked + ": Service " + found + " is another name of " + external);
            asked = external.endsWith(".") ? external.substring(0, external.length() - 1) : external;
        }
        way.add(asked + ": the chain of names does not end");
        return false;
    }

    private boolean imported(NamespacedName found, NamespacedName to) {
        boolean exists = server.discovery().all().stream()
                .filter(r -> r.collection().equals(IMPORTS))
                .flatMap(r -> server.objects(r.resource()).stream())
                .anyMatch(o -> NamespacedName.of(o).equals(found));
        way.add("ServiceImport " + found + (exists ? " stands for the Service of that name" : " does not exist"));
        return exists && found.equals(to);
    }

    private boolean endsAt(MapNode service, NamespacedName found, NamespacedName to) {
        Optional<MapNode> target = service(to);
        if (target.isEmpty()) {
            way.add("there is no Service " + to);
            return false;
        }
        if (found.equals(to)) {
            way.add("it is Service " + found);
            return true;
        }
        Set<String> mine = endpoints(service, found);
        way.add("Service " + found + " has the endpoints " + mine);
        Set<String> theirs = endpoints(target.get(), to);
        theirs.addAll(target.get().findMap("spec").findList("clusterIPs").strings());
        String ip = target.get().findString("spec", "clusterIP");
        if (ip != null) {
            theirs.add(ip);
        }
        theirs.remove("None");
        mine.retainAll(theirs);
        way.add("Service " + to + " answers at " + theirs);
        return !mine.isEmpty();
    }

    private Set<String> endpoints(MapNode service, NamespacedName name) {
        Set<String> addresses = new TreeSet<>();
        for (MapNode slice : server.objects(SLICES)) {
            boolean isOurs = NamespacedName.of(slice).namespace().equals(name.namespace())
                    && name.name().equals(slice.findString("metadata", "labels", "kubernetes.io/service-name"));
            if (isOurs) {
                slice.findList("endpoints")
                        .forEach(e -> addresses.addAll(e.findList("addresses").strings()));
            }
        }
        for (MapNode endpoints : server.objects(ENDPOINTS)) {
            if (NamespacedName.of(endpoints).equals(name)) {
                endpoints.findList("subsets").forEach(subset -> addAddresses(subset.findList("addresses"), addresses));
            }
        }
        MapNode selector = service.findMap("spec", "selector");
        for (MapNode pod : selector.isEmpty() ? List.<MapNode>of() : server.objects(PODS)) {
            String ip = pod.findString("status", "podIP");
            boolean selected = NamespacedName.of(pod).namespace().equals(name.namespace())
                    && Subset.differences(selector, pod.findMap("metadata", "labels"))
                            .isEmpty();
            if (selected && ip != null) {
                addresses.add(ip);
            }
        }
        return addresses;
    }

    private static void addAddresses(ListNode list, Set<String> addresses) {
        for (Node address : list) {
            addresses.add(address.findText("ip"));
        }
    }

    private Optional<MapNode> service(NamespacedName name) {
        return server.objects(SERVICES).stream()
                .filter(o -> NamespacedName.of(o).equals(name))
                .findFirst();
    }
}
