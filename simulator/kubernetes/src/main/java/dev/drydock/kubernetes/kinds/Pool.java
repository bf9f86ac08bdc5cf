package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.IpAddress;
import dev.drydock.kubernetes.validation.IpRange;
import dev.drydock.kubernetes.validation.Surroundings;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cluster addresses (10.96.0.0/16) and node ports that services have (registry/core/service: ipallocator, portallocator).
 *
 * <p>The real server picks at random; here the uid decides, so that the same run gives the same addresses. A dry run does not
 * ask whether an address is free, nor whether a port is in the range.
 */
final class Pool {

    private static final int FIRST_PORT = 30000;
    private static final int PORTS = 2768;
    private static final String RANGE = "10.96.0.0/16";
    private static final IpRange NETWORK = IpRange.parse(RANGE).orElseThrow();

    private final int seed;
    private final Surroundings around;
    private @Nullable Set<String> addresses;
    private @Nullable Set<Long> ports;
    private final Set<Long> own = new HashSet<>();

    Pool(MapNode service, Surroundings around) {
        this.seed = service.findText("metadata", "uid").hashCode();
        this.around = around;
    }

    private Set<String> addresses() {
        if (addresses == null) {
            addresses = new HashSet<>();
            for (MapNode service : around.all("services")) {
                addresses.addAll(service.findList("spec", "clusterIPs").strings());
            }
        }
        return addresses;
    }

    private Set<Long> ports() {
        if (ports == null) {
            ports = new HashSet<>();
            for (MapNode service : around.all("services")) {
                MapNode spec = service.findMap("spec");
                for (Node port : ServiceRules.nodePorts(spec)) {
                    ports.add(Read.number(MapNode.of("port", port), 0, "port"));
                }
                ports.add(Read.number(spec, 0, "healthCheckNodePort"));
            }
        }
        return ports;
    }

    /** An address that no service has, from the upper part of the range. */
    String anyAddress() {
        int host = Math.floorMod(seed, (1 << 16) - 512);
        String address = text(host);
        while (addresses().contains(address)) {
            host = (host + 1) % ((1 << 16) - 512);
            address = text(host);
        }
        return address;
    }

    private static String text(int host) {
        int number = host + 256;
        return "10.96." + (number >> 8) + "." + (number & 255);
    }

    /** Takes an address that a client asks for. */
    void takeAddress(String address, ListNode all) {
        IpAddress ip = IpAddress.parse(address).orElseThrow();
        boolean inside = ip.isIn(NETWORK.address(), NETWORK.prefix());
        String problem = null;
        if (!inside) {
            problem = around.isDryRun()
                    ? "the provided IP (" + address + ") is not in the valid range. The range of valid IPs is " + RANGE
                    : "the provided network does not match the current range";
        } else if (!around.isDryRun() && addresses().contains(ip.canonical())) {
            problem = "provided IP is already allocated";
        }
        if (problem != null) {
            ServiceAllocation.refuse(new FieldErrors()
                    .add(FieldError.invalid(
                            "spec.clusterIPs", all, "failed to allocate IP " + address + ": " + problem)));
        }
    }

    /** A node port that no service has. */
    long anyPort() {
        int next = Math.floorMod(seed, PORTS);
        while (ports().contains((long) FIRST_PORT + next) || !own.add((long) FIRST_PORT + next)) {
            next = (next + 1) % PORTS;
        }
        return (long) FIRST_PORT + next;
    }

    /** Takes a node port that a client asks for. */
    void takePort(long port, String field) {
        boolean inside = port >= FIRST_PORT && port < FIRST_PORT + PORTS;
        String problem = null;
        if (!inside && !around.isDryRun()) {
            problem = "provided port is not in the valid range. The range of valid ports is 30000-32767";
        } else if (ports().contains(port) || !own.add(port)) {
            problem = "provided port is already allocated";
        }
        if (problem != null) {
            ServiceAllocation.refuse(new FieldErrors().add(FieldError.invalid(field, port, problem)));
        }
    }

    /** The families that addresses of a list have. */
    static List<String> families(List<String> addresses) {
        return addresses.stream()
                .map(address -> address.contains(":") ? "IPv6" : "IPv4")
                .toList();
    }
}
