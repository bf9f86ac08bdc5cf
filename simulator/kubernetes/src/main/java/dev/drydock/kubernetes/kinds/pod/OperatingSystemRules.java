package dev.drydock.kubernetes.kinds.pod;

import java.util.List;

/** What pods of an operating system may not set. */
final class OperatingSystemRules {

    private static final String NOT_WINDOWS = "cannot be set for a windows pod";
    private static final String NOT_LINUX = "windows options cannot be set for a linux pod";

    private OperatingSystemRules() {}

    static void check(Field spec) {
        Field system = spec.in("os");
        if (!system.isSet()) {
            return;
        }
        String name = system.text("name");
        switch (name) {
            case "" -> system.in("name").required("");
            case "linux" -> linux(spec);
            case "windows" -> windows(spec);
            default -> system.unsupported(name, List.of("linux", "windows"));
        }
    }

    private static void linux(Field spec) {
        windowsOptions(spec);
        Containers.each(spec, OperatingSystemRules::windowsOptions);
    }

    private static void windowsOptions(Field holder) {
        if (holder.has("securityContext", "windowsOptions")) {
            holder.in("securityContext", "windowsOptions").forbidden(NOT_LINUX);
        }
    }

    private static void windows(Field spec) {
        Field context = spec.in("securityContext");
        unset(context, "appArmorProfile", "seLinuxOptions");
        unset(spec, "hostUsers");
        for (String field : List.of("hostPID", "hostIPC")) {
            if (spec.isTrue(field)) {
                spec.in(field).forbidden(NOT_WINDOWS);
            }
        }
        unset(context, "seccompProfile", "fsGroup", "fsGroupChangePolicy");
        if (context.size("sysctls") > 0) {
            context.in("sysctls").forbidden(NOT_WINDOWS);
        }
        unset(spec, "shareProcessNamespace");
        unset(
                context,
                "runAsUser",
                "runAsGroup",
                "supplementalGroups",
                "supplementalGroupsPolicy",
                "seLinuxChangePolicy");
        Containers.each(
                spec,
                container -> unset(
                        container.in("securityContext"),
                        "appArmorProfile",
                        "seLinuxOptions",
                        "seccompProfile",
                        "capabilities",
                        "readOnlyRootFilesystem",
                        "privileged",
                        "allowPrivilegeEscalation",
                        "procMount",
                        "runAsUser",
                        "runAsGroup"));
    }

    private static void unset(Field holder, String... fields) {
        for (String field : fields) {
            if (holder.has(field)) {
                holder.in(field).forbidden(NOT_WINDOWS);
            }
        }
    }
}
