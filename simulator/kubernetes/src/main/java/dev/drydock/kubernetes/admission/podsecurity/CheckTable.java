package dev.drydock.kubernetes.admission.podsecurity;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All checks in the order of their ids, baseline first, with the release since which each form holds. */
final class CheckTable {

    /**
     * One form of a check.
     *
     * @param id upstream's id of the check
     * @param since first minor release of this form; it holds until the next form of the same id
     * @param replaces id of the baseline check that a restricted check replaces, or empty
     */
    private record Check(String id, int since, String replaces, Function<PodView, Optional<Violation>> look) {}

    private static final Set<String> SELINUX_1_0 = Set.of("", "container_t", "container_init_t", "container_kvm_t");
    private static final Set<String> SELINUX_1_31 = plus(SELINUX_1_0, "container_engine_t");
    private static final Set<String> SYSCTLS_1_0 = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_unprivileged_port_start");
    private static final Set<String> SYSCTLS_1_27 = plus(SYSCTLS_1_0, "net.ipv4.ip_local_reserved_ports");
    private static final Set<String> SYSCTLS_1_29 = plus(
            SYSCTLS_1_27,
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes");
    private static final Set<String> SYSCTLS_1_32 = plus(SYSCTLS_1_29, "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem");

    private static final List<Check> BASELINE = List.of(
            new Check("appArmorProfile", 0, "", ProfileChecks::appArmor),
            new Check("capabilities_baseline", 0, "", BaselineChecks::capabilities),
            new Check("hostNamespaces", 0, "", BaselineChecks::hostNamespaces),
            new Check("hostPathVolumes", 0, "", BaselineChecks::hostPathVolumes),
            new Check("hostPorts", 0, "", BaselineChecks::hostPorts),
            new Check("hostProbesAndHostLifecycle", 34, "", BaselineChecks::hostProbes),
            new Check("privileged", 0, "", BaselineChecks::privileged),
            new Check("procMount", 0, "", BaselineChecks::procMount),
            new Check("procMount", 35, "", BaselineChecks::procMountOutsideUserNamespaces),
            new Check("seLinuxOptions", 0, "", pod -> ProfileChecks.seLinux(pod, SELINUX_1_0)),
            new Check("seLinuxOptions", 31, "", pod -> ProfileChecks.seLinux(pod, SELINUX_1_31)),
            new Check("seccompProfile_baseline", 0, "", ProfileChecks::seccompAnnotations),
            new Check("seccompProfile_baseline", 19, "", ProfileChecks::seccompBaseline),
            new Check("sysctls", 0, "", pod -> BaselineChecks.sysctls(pod, SYSCTLS_1_0)),
            new Check("sysctls", 27, "", pod -> BaselineChecks.sysctls(pod, SYSCTLS_1_27)),
            new Check("sysctls", 29, "", pod -> BaselineChecks.sysctls(pod, SYSCTLS_1_29)),
            new Check("sysctls", 32, "", pod -> BaselineChecks.sysctls(pod, SYSCTLS_1_32)),
            new Check("windowsHostProcess", 0, "", BaselineChecks::windowsHostProcess));

    private static final List<Check> RESTRICTED = List.of(
            new Check("allowPrivilegeEscalation", 8, "", RestrictedChecks::allowPrivilegeEscalation),
            new Check("allowPrivilegeEscalation", 25, "", RestrictedChecks::allowPrivilegeEscalationOutsideWindows),
            new Check("capabilities_restricted", 22, "capabilities_baseline", RestrictedChecks::capabilities),
            new Check(
                    "capabilities_restricted",
                    25,
                    "capabilities_baseline",
                    RestrictedChecks::capabilitiesOutsideWindows),
            new Check("procMount_restricted", 35, "procMount", BaselineChecks::procMount),
            new Check("restrictedVolumes", 0, "hostPathVolumes", RestrictedChecks::volumes),
            new Check("runAsNonRoot", 0, "", RestrictedChecks::runAsNonRoot),
            new Check("runAsNonRoot", 35, "", RestrictedChecks::runAsNonRootOutsideUserNamespaces),
            new Check("runAsUser", 23, "", RestrictedChecks::runAsUser),
            new Check("runAsUser", 35, "", RestrictedChecks::runAsUserOutsideUserNamespaces),
            new Check("seccompProfile_restricted", 19, "seccompProfile_baseline", ProfileChecks::seccompRestricted),
            new Check(
                    "seccompProfile_restricted",
                    25,
                    "seccompProfile_baseline",
                    ProfileChecks::seccompRestrictedOutsideWindows));

    private CheckTable() {}

    private static Set<String> plus(Set<String> some, String... more) {
        return ImmutableSet.<String>builder().addAll(some).add(more).build();
    }

    static List<Violation> violations(LevelVersion policy, PodView pod) {
        List<Check> checks = new ArrayList<>();
        if (policy.level() != Level.PRIVILEGED) {
            checks.addAll(inForce(BASELINE, policy.minor()));
        }
        if (policy.level() == Level.RESTRICTED) {
            List<Check> restricted = inForce(RESTRICTED, policy.minor());
            Set<String> replaced = restricted.stream().map(Check::replaces).collect(Collectors.toSet());
            checks.removeIf(check -> replaced.contains(check.id()));
            checks.addAll(restricted);
        }
        return checks.stream()
                .flatMap(check -> check.look().apply(pod).stream())
                .toList();
    }

    /** The newest form of each check that a release has. */
    private static List<Check> inForce(List<Check> table, int minor) {
        List<Check> inForce = new ArrayList<>();
        for (Check check : table) {
            if (check.since() <= minor) {
                inForce.removeIf(older -> older.id().equals(check.id()));
                inForce.add(check);
            }
        }
        return inForce;
    }
}
