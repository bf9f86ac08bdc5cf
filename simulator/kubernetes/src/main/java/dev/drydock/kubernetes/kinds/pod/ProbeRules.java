package dev.drydock.kubernetes.kinds.pod;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Probes and lifecycle hooks of containers. */
final class ProbeRules {

    private static final List<String> PROBE_HANDLERS = List.of("exec", "httpGet", "tcpSocket", "grpc");
    private static final List<String> HOOK_HANDLERS = List.of("exec", "httpGet", "tcpSocket", "sleep");
    private static final List<String> COUNTS =
            List.of("initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold");
    private static final Set<String> LINUX_SIGNALS = linuxSignals();
    private static final List<String> WINDOWS_SIGNALS = List.of("SIGKILL", "SIGTERM");

    private ProbeRules() {}

    private static Set<String> linuxSignals() {
        Set<String> signals = new TreeSet<>(List.of(
                "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT", "KILL", "PIPE",
                "POLL", "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM", "TRAP", "TSTP", "TTIN", "TTOU",
                "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ", "RTMIN", "RTMAX"));
        Stream.concat(
                        IntStream.rangeClosed(1, 15).mapToObj(i -> "RTMIN+" + i),
                        IntStream.rangeClosed(1, 14).mapToObj(i -> "RTMAX-" + i))
                .forEach(signals::add);
        Set<String> named = new TreeSet<>();
        signals.forEach(signal -> named.add("SIG" + signal));
        return named;
    }

    /** The probes of a container that has some; the grace period is that of the pod. */
    static void probes(Field container, Field spec) {
        Field liveness = container.in("livenessProbe");
        if (liveness.isSet()) {
            probe(liveness, spec);
            once(liveness);
        }
        Field readiness = container.in("readinessProbe");
        if (readiness.isSet()) {
            probe(readiness, spec);
            if (readiness.has("terminationGracePeriodSeconds")) {
                readiness.in("terminationGracePeriodSeconds").invalid("must not be set for readinessProbes");
            }
        }
        Field startup = container.in("startupProbe");
        if (startup.isSet()) {
            probe(startup, spec);
            once(startup);
        }
    }

    private static void once(Field probe) {
        Field threshold = probe.in("successThreshold");
        if (threshold.number(0) != 1) {
            threshold.invalid(threshold.number(0), "must be 1");
        }
    }

    private static void probe(Field probe, Field spec) {
        handler(probe, PROBE_HANDLERS, spec);
        COUNTS.forEach(count -> probe.in(count).notNegative());
        Field grace = probe.in("terminationGracePeriodSeconds");
        if (grace.isSet() && grace.number(0) <= 0) {
            grace.invalid("must be greater than 0");
        }
    }

    static void lifecycle(Field lifecycle, Field spec) {
        if (!lifecycle.isSet()) {
            return;
        }
        for (String hook : List.of("postStart", "preStop")) {
            if (lifecycle.has(hook)) {
                handler(lifecycle.in(hook), HOOK_HANDLERS, spec);
            }
        }
        if (lifecycle.has("stopSignal")) {
            signal(lifecycle.in("stopSignal"), spec);
        }
    }

    private static void signal(Field signal, Field spec) {
        String system = spec.text("os", "name");
        if (!spec.has("os")) {
            signal.forbidden("may not be set for containers with empty `spec.os.name`");
        } else if (system.equals("windows")) {
            signal.oneOf(WINDOWS_SIGNALS);
        } else if (system.equals("linux")) {
            signal.oneOf(LINUX_SIGNALS);
        }
    }

    private static void handler(Field handler, List<String> kinds, Field spec) {
        boolean known = false;
        for (String kind : kinds) {
            Field action = handler.in(kind);
            if (!action.isSet()) {
                continue;
            }
            if (known) {
                action.forbidden("may not specify more than 1 handler type");
                continue;
            }
            known = true;
            switch (kind) {
                case "exec" -> {
                    if (action.size("command") == 0) {
                        action.in("command").required("");
                    }
                }
                case "httpGet" -> httpGet(action);
                case "sleep" -> sleep(action, spec);
                default -> Forms.portOrName(action.in("port"));
            }
        }
        if (!known) {
            handler.required("must specify a handler type");
        }
    }

    private static void httpGet(Field get) {
        get.in("path").isRequiredText();
        Forms.portOrName(get.in("port"));
        get.in("scheme").oneOf(List.of("HTTP", "HTTPS"));
        Field headers = get.in("httpHeaders");
        for (Field header : headers.items()) {
            String name = header.text("name");
            Forms.headerName(name).forEach(wrong -> headers.invalid(name, wrong));
        }
    }

    private static void sleep(Field sleep, Field spec) {
        long seconds = sleep.number("seconds");
        if (!spec.has("terminationGracePeriodSeconds")) {
            return;
        }
        long grace = spec.number("terminationGracePeriodSeconds");
        if (seconds < 0 || seconds > grace) {
            sleep.invalid(seconds, "must be non-negative and less than terminationGracePeriodSeconds (" + grace + ")");
        }
    }
}
