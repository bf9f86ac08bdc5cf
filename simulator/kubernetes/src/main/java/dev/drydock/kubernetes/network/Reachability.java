package dev.drydock.kubernetes.network;

import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.network.NetworkPolicies.Peer;
import dev.drydock.kubernetes.network.NetworkPolicies.Port;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * Follows a Service name as cluster DNS does: to a Service of the namespace or of the one that the name says, along
 * ExternalName, to a ServiceImport below {@code clusterset.local}; from the Service to addresses, by selector, EndpointSlice
 * or Endpoints; and asks the NetworkPolicies of both ends, for a Pod without labels. That DNS itself is reached is taken for
 * granted.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Reachability {

    private static final GroupVersionResource SERVICES = new GroupVersionResource("", "v1", "services");
    private static final GroupVersionResource ENDPOINTS = new GroupVersionResource("", "v1", "endpoints");
    private static final GroupVersionResource PODS = new GroupVersionResource("", "v1", "pods");
    private static final GroupVersionResource SLICES =
            new GroupVersionResource("discovery.k8s.io", "v1", "endpointslices");
    private static final String IMPORTS = "serviceimports.multicluster.x-k8s.io";
    private static final int LONGEST_CHAIN = 8;

    private final ApiServer server;
    private final List<String> way = new ArrayList<>();

    /** A question to a server. */
    public Reachability(ApiServer server) {
        this.server = server;
    }

    /** What was followed, a line each. */
    public List<String> way() {
        return List.copyOf(way);
    }

    /** Whether a Pod without labels in a namespace reaches a Service's endpoints by a name. */
    public boolean leads(String from, String name, NamespacedName to) {
        return resolves(from, name, to) && isLetThrough(from, to);
    }

    private boolean resolves(String from, String name, NamespacedName to) {
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
        server.object(ENDPOINTS, name)
                .ifPresent(endpoints -> endpoints
                        .findList("subsets")
                        .forEach(subset -> addAddresses(subset.findList("addresses"), addresses)));
        pods(service, name).forEach(pod -> addresses.addAll(addresses(pod)));
        return addresses;
    }

    private List<MapNode> pods(MapNode service, NamespacedName name) {
        MapNode selector = service.findMap("spec", "selector");
        if (selector.isEmpty()) {
            return List.of();
        }
        MapNode labels = MapNode.of("matchLabels", selector);
        return server.objects(PODS).stream()
                .filter(pod -> NamespacedName.of(pod).namespace().equals(name.namespace())
                        && LabelSelectors.matches(
                                labels, pod.findMap("metadata", "labels").strings()))
                .toList();
    }

    private static List<String> addresses(MapNode pod) {
        return pod.findList("status", "podIPs").stream()
                .map(address -> address.findText("ip"))
                .toList();
    }

    /** Policies speak about Pods: where none is behind the Service, none is asked. */
    private boolean isLetThrough(String from, NamespacedName to) {
        MapNode service = service(to).orElse(MapNode.EMPTY);
        NetworkPolicies policies = new NetworkPolicies(server);
        Set<String> refusals = new LinkedHashSet<>();
        for (MapNode pod : pods(service, to)) {
            Peer source = new Peer(from, Map.of(), List.of());
            Peer target =
                    new Peer(to.namespace(), pod.findMap("metadata", "labels").strings(), addresses(pod));
            for (Node port : service.findList("spec", "ports")) {
                Optional<String> refusal = policies.refusal(source, target, port(port, pod));
                if (refusal.isEmpty()) {
                    return true;
                }
                refusals.add(refusal.get());
            }
        }
        way.addAll(refusals);
        return refusals.isEmpty();
    }

    /** The port of the Pod to which one of the Service leads, by number or by the name of a container's port. */
    private static Port port(Node port, MapNode pod) {
        String protocol = port.findText("protocol").isEmpty() ? "TCP" : port.findText("protocol");
        Long number = port.findLong("targetPort");
        if (number == null && port.find("targetPort") == null) {
            number = port.findLong("port");
        }
        String wanted = port.findText("targetPort");
        for (Node container : pod.findList("spec", "containers")) {
            for (Node open : container.findList("ports")) {
                Long opened = open.findLong("containerPort");
                boolean isThat = number == null
                        ? open.findText("name").equals(wanted)
                        : number.equals(opened) && protocol.equals(open.findText("protocol"));
                if (isThat && opened != null) {
                    return new Port(protocol, opened, open.findText("name"));
                }
            }
        }
        return new Port(protocol, number == null ? 0 : number, "");
    }

    private static void addAddresses(ListNode list, Set<String> addresses) {
        for (Node address : list) {
            addresses.add(address.findText("ip"));
        }
    }

    private Optional<MapNode> service(NamespacedName name) {
        return server.object(SERVICES, name);
    }
}
