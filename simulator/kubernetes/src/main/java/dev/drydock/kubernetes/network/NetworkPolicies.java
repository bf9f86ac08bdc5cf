package dev.drydock.kubernetes.network;

import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which traffic between Pods the NetworkPolicies of a cluster let through, as the API promises it (networking.k8s.io/v1
 * types.go): a Pod that no policy selects takes and sends everything, one that policies select only what a rule of any of
 * them admits; both ends must agree.
 */
final class NetworkPolicies {

    private static final GroupVersionResource POLICIES =
            new GroupVersionResource("networking.k8s.io", "v1", "networkpolicies");
    private static final GroupVersionResource NAMESPACES = new GroupVersionResource("", "v1", "namespaces");

    private final ApiServer server;

    NetworkPolicies(ApiServer server) {
        this.server = server;
    }

    /**
     * One end of a connection.
     *
     * @param addresses its IP addresses, empty when nobody knows them
     */
    record Peer(String namespace, Map<String, String> labels, List<String> addresses) {}

    /**
     * Where a connection goes to.
     *
     * @param name the name of the container's port, or empty
     */
    record Port(String protocol, long number, String name) {

        @Override
        public String toString() {
            return protocol + " " + number;
        }
    }

    /** Why a connection is not let through; empty when it is. */
    Optional<String> refusal(Peer from, Peer to, Port port) {
        Optional<String> leaving = refusal("Egress", "egress", "to", from, to, port);
        return leaving.isPresent() ? leaving : refusal("Ingress", "ingress", "from", to, from, port);
    }

    private Optional<String> refusal(String type, String rules, String peers, Peer guarded, Peer other, Port port) {
        List<String> guarding = new ArrayList<>();
        for (MapNode policy : server.objects(POLICIES)) {
            NamespacedName name = NamespacedName.of(policy);
            boolean guards = name.namespace().equals(guarded.namespace())
                    && policy.findList("spec", "policyTypes").strings().contains(type)
                    && LabelSelectors.matches(policy.findMap("spec", "podSelector"), guarded.labels());
            if (!guards) {
                continue;
            }
            guarding.add(name.name());
            for (Node rule : policy.findList("spec", rules)) {
                if (isAmong(rule.findList("ports"), port) && admits(rule.findList(peers), name.namespace(), other)) {
                    return Optional.empty();
                }
            }
        }
        return guarding.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        rules + " of namespace " + guarded.namespace() + " is limited by NetworkPolicies " + guarding
                                + ", of which no rule admits " + port + " " + peers + " "
                                + (other.labels().isEmpty() ? "a Pod without labels" : "Pods " + other.labels())
                                + " of namespace " + other.namespace());
    }

    /** No ports stand for all of them. */
    private static boolean isAmong(ListNode ports, Port port) {
        return ports.isEmpty() || ports.stream().anyMatch(allowed -> isThe(allowed, port));
    }

    private static boolean isThe(Node allowed, Port port) {
        String protocol = allowed.findText("protocol");
        if (!(protocol.isEmpty() ? "TCP" : protocol).equals(port.protocol())) {
            return false;
        }
        if (allowed.find("port") == null) {
            return true;
        }
        Long first = allowed.findLong("port");
        if (first == null) {
            return allowed.findText("port").equals(port.name());
        }
        Long last = allowed.findLong("endPort");
        return first <= port.number() && port.number() <= (last == null ? first : last);
    }

    /** No peers stand for everybody. */
    private boolean admits(ListNode peers, String home, Peer other) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> admits(peer, home, other));
    }

    private boolean admits(Node peer, String home, Peer other) {
        if (peer.find("ipBlock") instanceof MapNode block) {
            return other.addresses().stream().anyMatch(address -> isIn(block, address));
        }
        boolean byNamespace = peer.find("namespaceSelector") instanceof MapNode namespaces
                ? LabelSelectors.matches(namespaces, labelsOf(other.namespace()))
                : other.namespace().equals(home);
        return byNamespace && LabelSelectors.matches(peer.findMap("podSelector"), other.labels());
    }

    private static boolean isIn(MapNode block, String address) {
        return AddressRange.parse(block.findText("cidr")).contains(address)
                && block.findList("except").strings().stream()
                        .noneMatch(part -> AddressRange.parse(part).contains(address));
    }

    private Map<String, String> labelsOf(String namespace) {
        return server.object(NAMESPACES, new NamespacedName("", namespace))
                .map(object -> object.findMap("metadata", "labels").strings())
                .orElse(Map.of());
    }
}
