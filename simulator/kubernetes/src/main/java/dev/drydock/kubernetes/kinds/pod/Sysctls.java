package dev.drydock.kubernetes.kinds.pod;

import java.util.Set;

/** Which namespace of the kernel a sysctl belongs to (component-helpers/node/util/sysctl/namespace.go). */
final class Sysctls {

    private static final Set<String> IPC = Set.of(
            "kernel.sem",
            "kernel.shmall",
            "kernel.shmmax",
            "kernel.shmmni",
            "kernel.shm_rmid_forced",
            "kernel.msgmax",
            "kernel.msgmnb",
            "kernel.msgmni");

    private Sysctls() {}

    /** {@code ipc}, {@code net}, or nothing for those of the whole host. */
    static String namespace(String sysctl) {
        String name = dotted(sysctl);
        if (IPC.contains(name) || name.startsWith("fs.mqueue.") || name.equals("kernel.shm_rmid_forced")) {
            return "ipc";
        }
        return name.startsWith("net.") ? "net" : "";
    }

    /** The first separator says which of dots and slashes separates. */
    private static String dotted(String sysctl) {
        int slash = sysctl.indexOf('/');
        int dot = sysctl.indexOf('.');
        if (slash < 0 || (dot >= 0 && dot < slash)) {
            return sysctl;
        }
        StringBuilder out = new StringBuilder();
        sysctl.chars().forEach(c -> out.append((char) (c == '/' ? '.' : c == '.' ? '/' : c)));
        return out.toString();
    }
}
