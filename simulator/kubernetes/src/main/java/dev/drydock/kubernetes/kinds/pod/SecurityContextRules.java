package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Security contexts of containers and pods. */
final class SecurityContextRules {

    private static final List<String> PROFILES = List.of("Localhost", "RuntimeDefault", "Unconfined");
    private static final int LONGEST_PROFILE = 4095;
    private static final String SYSCTL = "([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
    private static final Pattern SYSCTL_PATTERN = Pattern.compile(SYSCTL);
    private static final int LONGEST_SYSCTL = 253;

    private SecurityContextRules() {}

    static boolean usesHostUsers(Field spec) {
        return !spec.has("hostUsers") || spec.isTrue("hostUsers");
    }

    static void ofContainer(Field context, Field spec) {
        if (!context.isSet()) {
            return;
        }
        Forms.id(context.in("runAsUser"));
        Forms.id(context.in("runAsGroup"));
        Field mount = context.in("procMount");
        if (mount.isSet()) {
            mount.oneOf(List.of("Default", "Unmasked"));
            if (usesHostUsers(spec) && mount.text().equals("Unmasked")) {
                mount.invalid("`hostUsers` must be false to use `Unmasked`");
            }
        }
        seccomp(context.in("seccompProfile"));
        if (context.has("allowPrivilegeEscalation") && !context.isTrue("allowPrivilegeEscalation")) {
            escalation(context);
        }
        WindowsRules.options(context.in("windowsOptions"));
        appArmor(context.in("appArmorProfile"));
    }

    private static void escalation(Field context) {
        String start = "cannot set `allowPrivilegeEscalation` to false and ";
        if (context.isTrue("privileged")) {
            context.invalid(shown(context), start + "`privileged` to true");
        }
        for (String capability : context.value().findList("capabilities", "add").strings()) {
            if (capability.equals("CAP_SYS_ADMIN")) {
                context.invalid(shown(context), start + "`capabilities.Add` CAP_SYS_ADMIN");
            }
        }
    }

    private static Object shown(Field context) {
        return InternalForm.of("core.v1.SecurityContext", context.value());
    }

    static void ofPod(Field context, Field spec) {
        Forms.id(context.in("fsGroup"));
        Forms.id(context.in("runAsUser"));
        Forms.id(context.in("runAsGroup"));
        context.items("supplementalGroups").forEach(Forms::id);
        if (spec.isTrue("shareProcessNamespace") && spec.isTrue("hostPID")) {
            context.in("shareProcessNamespace")
                    .invalid(true, "ShareProcessNamespace and HostPID cannot both be enabled");
        }
        sysctls(context, spec);
        context.in("fsGroupChangePolicy").oneOfIfSet(List.of("Always", "OnRootMismatch"));
        seccomp(context.in("seccompProfile"));
        WindowsRules.options(context.in("windowsOptions"));
        appArmor(context.in("appArmorProfile"));
        context.in("supplementalGroupsPolicy").oneOfIfSet(List.of("Merge", "Strict"));
        context.in("seLinuxChangePolicy").oneOfIfSet(List.of("MountOption", "Recursive"));
    }

    private static void sysctls(Field context, Field spec) {
        Set<String> names = new HashSet<>();
        for (Field sysctl : context.items("sysctls")) {
            Field name = sysctl.in("name");
            String text = name.text();
            if (!name.isRequiredText()) {
                if (text.length() > LONGEST_SYSCTL
                        || !SYSCTL_PATTERN.matcher(text).matches()) {
                    name.invalid(
                            "must have at most " + LONGEST_SYSCTL + " characters and match regex ^" + SYSCTL + "$");
                } else if (names.contains(text)) {
                    name.duplicate(text);
                }
            }
            names.add(text);
            String kernel = Sysctls.namespace(text);
            if (spec.isTrue("hostNetwork") && kernel.equals("net")) {
                name.invalid("may not be specified when 'hostNetwork' is true");
            } else if (spec.isTrue("hostIPC") && kernel.equals("ipc")) {
                name.invalid("may not be specified when 'hostIPC' is true");
            }
        }
    }

    private static void seccomp(Field profile) {
        if (!profile.isSet()) {
            return;
        }
        Field type = profile.in("type");
        if (type.text().isEmpty()) {
            type.required("type is required when seccompProfile is set");
        } else {
            type.oneOf(PROFILES);
        }
        Field local = profile.in("localhostProfile");
        if (type.text().equals("Localhost")) {
            if (local.isSet()) {
                Paths.descending(local);
            } else {
                local.required("must be set when seccomp type is Localhost");
            }
        } else if (local.isSet()) {
            local.invalid(
                    InternalForm.of("core.v1.SeccompProfile", profile.value()),
                    "can only be set when seccomp type is Localhost");
        }
    }

    static void appArmor(Field profile) {
        if (!profile.isSet()) {
            return;
        }
        Field type = profile.in("type");
        Field local = profile.in("localhostProfile");
        switch (type.text()) {
            case "" -> type.required("type is required when appArmorProfile is set");
            case "Localhost" -> localProfile(local);
            case "RuntimeDefault", "Unconfined" -> {
                if (local.isSet()) {
                    local.invalid("can only be set when AppArmor type is Localhost");
                }
            }
            default -> type.oneOf(PROFILES);
        }
    }

    private static void localProfile(Field local) {
        String name = local.text();
        if (name.isEmpty() || !local.isSet()) {
            local.required("must be set when AppArmor type is Localhost");
        } else if (!name.strip().equals(name)) {
            local.invalid("must not be padded with whitespace");
        }
        if (Forms.bytes(name) > LONGEST_PROFILE) {
            local.add(FieldError.tooLong(local.path(), LONGEST_PROFILE));
        }
    }
}
