package dev.drydock.kubernetes.admission.podsecurity;

import static dev.drydock.kubernetes.admission.podsecurity.PodView.containers;
import static dev.drydock.kubernetes.admission.podsecurity.PodView.plural;
import static dev.drydock.kubernetes.admission.podsecurity.PodView.quoted;
import static dev.drydock.kubernetes.admission.podsecurity.PodView.setters;

import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What restricted demands beyond baseline. */
final class RestrictedChecks {

    private static final List<String> VOLUMES = List.of(
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "image",
            "persistentVolumeClaim",
            "projected",
            "secret");

    private static final List<String> OTHER_VOLUMES = List.of(
            "hostPath",
            "gcePersistentDisk",
            "awsElasticBlockStore",
            "gitRepo",
            "nfs",
            "iscsi",
            "glusterfs",
            "rbd",
            "flexVolume",
            "cinder",
            "cephfs",
            "flocker",
            "fc",
            "azureFile",
            "vsphereVolume",
            "quobyte",
            "azureDisk",
            "photonPersistentDisk",
            "portworxVolume",
            "scaleIO",
            "storageos");

    private RestrictedChecks() {}

    static Optional<Violation> allowPrivilegeEscalation(PodView pod) {
        List<String> bad = pod.containersThat(
                container -> !PodView.isFalse(container, "securityContext", "allowPrivilegeEscalation"));
        return BaselineChecks.violation(
                bad,
                "allowPrivilegeEscalation != false",
                containers(bad) + " must set securityContext.allowPrivilegeEscalation=false");
    }

    static Optional<Violation> allowPrivilegeEscalationOutsideWindows(PodView pod) {
        return pod.isWindows() ? Optional.empty() : allowPrivilegeEscalation(pod);
    }

    static Optional<Violation> capabilities(PodView pod) {
        TreeSet<String> added = new TreeSet<>();
        List<String> undropped = pod.containersThat(container -> !container
                .findList("securityContext", "capabilities", "drop")
                .strings()
                .contains("ALL"));
        List<String> adding = pod.containersThat(container -> {
            List<String> forbidden = container.findList("securityContext", "capabilities", "add").strings().stream()
                    .filter(capability -> !capability.equals("NET_BIND_SERVICE"))
                    .toList();
            added.addAll(forbidden);
            return !forbidden.isEmpty();
        });
        List<String> details = new ArrayList<>();
        if (!undropped.isEmpty()) {
            details.add(containers(undropped) + " must set securityContext.capabilities.drop=[\"ALL\"]");
        }
        if (!adding.isEmpty()) {
            details.add(
                    containers(adding) + " must not include " + quoted(added) + " in securityContext.capabilities.add");
        }
        return BaselineChecks.violation(details, "unrestricted capabilities", String.join("; ", details));
    }

    static Optional<Violation> capabilitiesOutsideWindows(PodView pod) {
        return pod.isWindows() ? Optional.empty() : capabilities(pod);
    }

    static Optional<Violation> volumes(PodView pod) {
        List<String> bad = new ArrayList<>();
        TreeSet<String> types = new TreeSet<>();
        for (Node volume : pod.spec().findList("volumes")) {
            if (VOLUMES.stream().noneMatch(type -> PodView.has(volume, type))) {
                bad.add(PodView.name(volume));
                types.add(OTHER_VOLUMES.stream()
                        .filter(type -> PodView.has(volume, type))
                        .findFirst()
                        .orElse("unknown"));
            }
        }
        return BaselineChecks.violation(
                bad,
                "restricted volume types",
                plural("volume", bad.size()) + " " + quoted(bad) + (bad.size() == 1 ? " uses " : " use ")
                        + plural("restricted volume type", types.size()) + " " + quoted(types));
    }

    static Optional<Violation> runAsNonRoot(PodView pod) {
        String[] path = {"securityContext", "runAsNonRoot"};
        boolean byPod = PodView.isFalse(pod.spec(), path);
        List<String> explicit = pod.containersThat(container -> PodView.isFalse(container, path));
        if (byPod || !explicit.isEmpty()) {
            return Optional.of(new Violation(
                    "runAsNonRoot != true",
                    setters(byPod, explicit) + " must not set securityContext.runAsNonRoot=false"));
        }
        List<String> unset =
                pod.spec().isTrue(path) ? List.of() : pod.containersThat(container -> !PodView.has(container, path));
        return BaselineChecks.violation(
                unset,
                "runAsNonRoot != true",
                "pod or " + containers(unset) + " must set securityContext.runAsNonRoot=true");
    }

    static Optional<Violation> runAsNonRootOutsideUserNamespaces(PodView pod) {
        return pod.hasUserNamespace() ? Optional.empty() : runAsNonRoot(pod);
    }

    static Optional<Violation> runAsUser(PodView pod) {
        boolean byPod = isRoot(pod.spec());
        List<String> bad = pod.containersThat(RestrictedChecks::isRoot);
        return byPod || !bad.isEmpty()
                ? Optional.of(new Violation("runAsUser=0", setters(byPod, bad) + " must not set runAsUser=0"))
                : Optional.empty();
    }

    private static boolean isRoot(Node holder) {
        Long user = holder.findLong("securityContext", "runAsUser");
        return user != null && user == 0;
    }

    static Optional<Violation> runAsUserOutsideUserNamespaces(PodView pod) {
        return pod.hasUserNamespace() ? Optional.empty() : runAsUser(pod);
    }
}
