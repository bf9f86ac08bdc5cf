package dev.drydock.kubernetes.admission.podsecurity;

import static dev.drydock.kubernetes.admission.podsecurity.PodView.containers;
import static dev.drydock.kubernetes.admission.podsecurity.PodView.name;
import static dev.drydock.kubernetes.admission.podsecurity.PodView.plural;
import static dev.drydock.kubernetes.admission.podsecurity.PodView.quoted;
import static dev.drydock.kubernetes.admission.podsecurity.PodView.setters;

import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What baseline forbids (upstream {@code policy/check_*.go}); each answers with the violation, if any. */
final class BaselineChecks {

    private static final Set<String> CAPABILITIES = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private BaselineChecks() {}

    static Optional<Violation> capabilities(PodView pod) {
        TreeSet<String> added = new TreeSet<>();
        List<String> bad = pod.containersThat(container -> {
            List<String> forbidden = container.findList("securityContext", "capabilities", "add").strings().stream()
                    .filter(capability -> !CAPABILITIES.contains(capability))
                    .toList();
            added.addAll(forbidden);
            return !forbidden.isEmpty();
        });
        return violation(
                bad,
                "non-default capabilities",
                containers(bad) + " must not include " + quoted(added) + " in securityContext.capabilities.add");
    }

    static Optional<Violation> hostNamespaces(PodView pod) {
        List<String> used = new ArrayList<>();
        for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (pod.spec().isTrue(field)) {
                used.add(field + "=true");
            }
        }
        return violation(used, "host namespaces", String.join(", ", used));
    }

    static Optional<Violation> hostPathVolumes(PodView pod) {
        List<String> bad = pod.spec().findList("volumes").stream()
                .filter(volume -> PodView.has(volume, "hostPath"))
                .map(PodView::name)
                .toList();
        return violation(bad, "hostPath volumes", plural("volume", bad.size()) + " " + quoted(bad));
    }

    static Optional<Violation> hostPorts(PodView pod) {
        TreeSet<String> ports = new TreeSet<>();
        List<String> bad = pod.containersThat(container -> {
            boolean found = false;
            for (Node port : container.findList("ports")) {
                Long hostPort = port.findLong("hostPort");
                if (hostPort != null && hostPort != 0) {
                    ports.add(hostPort.toString());
                    found = true;
                }
            }
            return found;
        });
        return violation(
                bad,
                "hostPort",
                containers(bad) + uses(bad) + plural("hostPort", ports.size()) + " " + String.join(", ", ports));
    }

    private static String uses(List<String> containers) {
        return containers.size() == 1 ? " uses " : " use ";
    }

    static Optional<Violation> hostProbes(PodView pod) {
        TreeSet<String> bad = new TreeSet<>();
        TreeSet<String> hosts = new TreeSet<>();
        for (Node container : pod.containers()) {
            for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
                addHosts(container, container.findMap(probe), bad, hosts);
            }
            addHosts(container, container.findMap("lifecycle", "postStart"), bad, hosts);
            addHosts(container, container.findMap("lifecycle", "preStop"), bad, hosts);
        }
        List<String> names = List.copyOf(bad);
        return violation(
                names,
                "probe or lifecycle host",
                containers(names) + uses(names) + plural("probe or lifecycle host", hosts.size()) + " "
                        + quoted(hosts));
    }

    private static void addHosts(Node container, Node handler, Set<String> bad, Set<String> hosts) {
        for (String action : List.of("httpGet", "tcpSocket")) {
            String host = handler.findString(action, "host");
            if (host != null && !host.isEmpty()) {
                bad.add(name(container));
                hosts.add(host);
            }
        }
    }

    static Optional<Violation> privileged(PodView pod) {
        List<String> bad = pod.containersThat(container -> container.isTrue("securityContext", "privileged"));
        return violation(bad, "privileged", containers(bad) + " must not set securityContext.privileged=true");
    }

    static Optional<Violation> procMount(PodView pod) {
        TreeSet<String> types = new TreeSet<>();
        List<String> bad = pod.containersThat(container -> {
            String type = container.findString("securityContext", "procMount");
            if (type == null || type.equals("Default")) {
                return false;
            }
            types.add(type);
            return true;
        });
        return violation(
                bad, "procMount", containers(bad) + " must not set securityContext.procMount to " + quoted(types));
    }

    static Optional<Violation> procMountOutsideUserNamespaces(PodView pod) {
        return pod.hasUserNamespace() ? Optional.empty() : procMount(pod);
    }

    static Optional<Violation> windowsHostProcess(PodView pod) {
        String[] path = {"securityContext", "windowsOptions", "hostProcess"};
        List<String> bad = pod.containersThat(container -> container.isTrue(path));
        boolean byPod = pod.spec().isTrue(path);
        return byPod || !bad.isEmpty()
                ? Optional.of(new Violation(
                        "hostProcess",
                        setters(byPod, bad) + " must not set securityContext.windowsOptions.hostProcess=true"))
                : Optional.empty();
    }

    static Optional<Violation> sysctls(PodView pod, Set<String> safe) {
        List<String> bad = pod.spec().findList("securityContext", "sysctls").stream()
                .map(PodView::name)
                .filter(sysctl -> !safe.contains(sysctl))
                .toList();
        return violation(bad, "forbidden sysctls", String.join(", ", bad));
    }

    static Optional<Violation> violation(List<String> offenders, String reason, String detail) {
        return offenders.isEmpty() ? Optional.empty() : Optional.of(new Violation(reason, detail));
    }
}
