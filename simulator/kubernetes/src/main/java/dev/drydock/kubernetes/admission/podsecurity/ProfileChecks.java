package dev.drydock.kubernetes.admission.podsecurity;

import static dev.drydock.kubernetes.admission.podsecurity.PodView.plural;
import static dev.drydock.kubernetes.admission.podsecurity.PodView.quoted;
import static dev.drydock.kubernetes.admission.podsecurity.PodView.setters;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The checks of kernel profiles: AppArmor, SELinux, seccomp. */
final class ProfileChecks {

    private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
    private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
    private static final String SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";

    private ProfileChecks() {}

    /** Whether a profile is set to a type that is not allowed; the type is collected. */
    private static boolean isBad(Node holder, String profile, Set<String> collected) {
        if (!PodView.has(holder, "securityContext", profile)) {
            return false;
        }
        String found = holder.findText("securityContext", profile, "type");
        if (PROFILES.contains(found)) {
            return false;
        }
        collected.add(found);
        return true;
    }

    static Optional<Violation> appArmor(PodView pod) {
        TreeSet<String> types = new TreeSet<>();
        boolean byPod = isBad(pod.spec(), "appArmorProfile", types);
        List<String> bad = pod.containersThat(container -> isBad(container, "appArmorProfile", types));
        List<String> annotations = pod.annotations().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(APP_ARMOR) && !isAllowedAppArmor(entry.getValue()))
                .map(entry -> entry.getKey() + "=" + GoQuote.quote(entry.getValue()))
                .sorted()
                .toList();
        List<String> setters = new ArrayList<>();
        if (byPod || !bad.isEmpty()) {
            setters.add(setters(byPod, bad));
        }
        if (!annotations.isEmpty()) {
            setters.add(plural("annotation", annotations.size()));
        }
        List<String> values = new ArrayList<>(types);
        values.addAll(annotations);
        return BaselineChecks.violation(
                setters,
                plural("forbidden AppArmor profile", values.size()),
                String.join(" and ", setters) + " must not set AppArmor profile type to " + quoted(values));
    }

    private static boolean isAllowedAppArmor(String value) {
        return value.isEmpty() || value.equals("runtime/default") || value.startsWith("localhost/");
    }

    static Optional<Violation> seLinux(PodView pod, Set<String> allowedTypes) {
        TreeSet<String> types = new TreeSet<>();
        TreeSet<String> identities = new TreeSet<>();
        boolean byPod = isBadSeLinux(pod.spec(), allowedTypes, types, identities);
        List<String> bad = pod.containersThat(container -> isBadSeLinux(container, allowedTypes, types, identities));
        if (!byPod && bad.isEmpty()) {
            return Optional.empty();
        }
        List<String> data = new ArrayList<>();
        if (!types.isEmpty()) {
            data.add(plural("type", types.size()) + " " + quoted(types));
        }
        for (String identity : List.of("user", "role")) {
            if (identities.contains(identity)) {
                data.add(identity + " may not be set");
            }
        }
        return Optional.of(new Violation(
                "seLinuxOptions",
                setters(byPod, bad) + " set forbidden securityContext.seLinuxOptions: " + String.join("; ", data)));
    }

    private static boolean isBadSeLinux(
            Node holder, Set<String> allowedTypes, Set<String> types, Set<String> identities) {
        if (!PodView.has(holder, "securityContext", "seLinuxOptions")) {
            return false;
        }
        Node options = holder.findMap("securityContext", "seLinuxOptions");
        String type = options.findString("type");
        boolean bad = type != null && !allowedTypes.contains(type);
        if (bad) {
            types.add(type);
        }
        for (String identity : List.of("user", "role")) {
            String value = options.findString(identity);
            if (value != null && !value.isEmpty()) {
                identities.add(identity);
                bad = true;
            }
        }
        return bad;
    }

    /** Before 1.19, when seccomp was a matter of annotations. */
    static Optional<Violation> seccompAnnotations(PodView pod) {
        TreeSet<String> keys = new TreeSet<>(Set.of(SECCOMP_POD));
        pod.containers().forEach(container -> keys.add(SECCOMP_CONTAINER + PodView.name(container)));
        TreeSet<String> bad = new TreeSet<>();
        pod.annotations().forEach((key, value) -> {
            if (keys.contains(key) && !isAllowedSeccomp(value)) {
                bad.add(key + "=" + GoQuote.quote(value));
            }
        });
        return BaselineChecks.violation(
                List.copyOf(bad),
                "seccompProfile",
                "forbidden " + plural("annotation", bad.size()) + " " + String.join(", ", bad));
    }

    private static boolean isAllowedSeccomp(String value) {
        return value.equals("runtime/default") || value.equals("docker/default") || value.startsWith("localhost/");
    }

    static Optional<Violation> seccompBaseline(PodView pod) {
        TreeSet<String> types = new TreeSet<>();
        boolean byPod = isBad(pod.spec(), "seccompProfile", types);
        List<String> bad = pod.containersThat(container -> isBad(container, "seccompProfile", types));
        return byPod || !bad.isEmpty()
                ? Optional.of(new Violation(
                        "seccompProfile",
                        setters(byPod, bad) + " must not set securityContext.seccompProfile.type to " + quoted(types)))
                : Optional.empty();
    }

    static Optional<Violation> seccompRestricted(PodView pod) {
        Optional<Violation> explicit = seccompBaseline(pod);
        boolean podSet = PodView.has(pod.spec(), "securityContext", "seccompProfile");
        if (explicit.isPresent() || podSet) {
            return explicit;
        }
        List<String> unset =
                pod.containersThat(container -> !PodView.has(container, "securityContext", "seccompProfile"));
        return BaselineChecks.violation(
                unset,
                "seccompProfile",
                "pod or " + PodView.containers(unset)
                        + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\"");
    }

    static Optional<Violation> seccompRestrictedOutsideWindows(PodView pod) {
        return pod.isWindows() ? Optional.empty() : seccompRestricted(pod);
    }
}
