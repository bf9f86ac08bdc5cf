package dev.drydock.scenario.replay;

import com.google.common.base.Splitter;
import dev.drydock.flux.FeatureGates;
import dev.drydock.flux.FluxController;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.scenario.Profile;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.InvalidDurationException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the flags of the controllers from their Deployments, as spf13/pflag reads them from a command line. */
final class ControllerFlags {

    private static final String CROSS_NAMESPACE = "no-cross-namespace-refs";
    private static final String REMOTE_BASES = "no-remote-bases";
    private static final String ACCOUNT = "default-service-account";
    private static final String GATES = "feature-gates";

    /** Flags that take no value when none is given with an equals sign. */
    private static final Set<String> SWITCHES = Set.of(
            CROSS_NAMESPACE,
            REMOTE_BASES,
            "watch-all-namespaces",
            "enable-leader-election",
            "insecure-kubeconfig-exec",
            "insecure-kubeconfig-tls",
            "insecure-allow-http");

    /** Flags that decide what a simulation would show, and that it does not know. */
    private static final Set<String> DECIDING = Set.of(
            "watch-label-selector",
            "watch-configs-label-selector",
            "default-decryption-service-account",
            "default-kubeconfig-service-account",
            "no-cross-namespace-alerts");

    private ControllerFlags() {}

    /** How the controllers among these objects run; null when there is none. */
    static Profile.@Nullable Changes of(List<MapNode> objects) {
        Map<FluxController, Map<String, List<String>>> flags = new TreeMap<>();
        for (MapNode object : objects) {
            if (object.findText("kind").equals("Deployment")) {
                controller(object.findText("metadata", "name"))
                        .ifPresent(controller -> flags.put(controller, flags(object, controller)));
            }
        }
        if (flags.isEmpty()) {
            return null;
        }
        Set<String> running = new TreeSet<>(Set.of("workloads"));
        flags.keySet()
                .forEach(controller -> running.add(controller.componentName().replace("-controller", "")));
        Map<String, List<String>> kustomize = flags.getOrDefault(FluxController.KUSTOMIZE, Map.of());
        String requeue = last(kustomize, "requeue-dependency");
        return new Profile.Changes(
                null,
                null,
                false,
                new Profile.Flags(
                        same(
                                        flags,
                                        CROSS_NAMESPACE,
                                        FluxController.KUSTOMIZE,
                                        FluxController.HELM,
                                        FluxController.NOTIFICATION)
                                .equals("true"),
                        isOn(kustomize, REMOTE_BASES).equals("true"),
                        same(flags, ACCOUNT, FluxController.KUSTOMIZE, FluxController.HELM),
                        kustomize.getOrDefault("override-manager", List.of()),
                        requeue.isEmpty() ? null : duration(requeue),
                        kustomize.getOrDefault("custom-apply-stage-kinds", List.of()),
                        gates(flags)),
                running);
    }

    private static Duration duration(String requeue) {
        try {
            return GoDurations.parse(requeue);
        } catch (InvalidDurationException e) {
            throw new InstallationException("--requeue-dependency: " + e.getMessage());
        }
    }

    private static Optional<FluxController> controller(String name) {
        return Arrays.stream(FluxController.values())
                .filter(controller -> controller.componentName().equals(name))
                .findFirst();
    }

    /** The value that all of the running controllers have; one profile speaks for all of them. */
    private static String same(
            Map<FluxController, Map<String, List<String>>> flags, String flag, FluxController... controllers) {
        Set<String> values = new LinkedHashSet<>();
        List<String> each = new ArrayList<>();
        for (FluxController controller : controllers) {
            Map<String, List<String>> own = flags.get(controller);
            if (own != null) {
                String value = flag.equals(CROSS_NAMESPACE) ? isOn(own, flag) : last(own, flag);
                values.add(value);
                each.add(controller.componentName() + " has " + (value.isEmpty() ? "none" : value));
            }
        }
        if (values.size() > 1) {
            throw new NotModelledException(
                    "--" + flag + " that differs between controllers: " + String.join(", ", each));
        }
        return values.isEmpty() ? "" : values.iterator().next();
    }

    private static String isOn(Map<String, List<String>> flags, String flag) {
        String value = last(flags, flag);
        return Set.of("true", "1", "t", "T", "TRUE", "True").contains(value) ? "true" : "false";
    }

    private static String last(Map<String, List<String>> flags, String flag) {
        List<String> values = flags.getOrDefault(flag, List.of());
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }

    private static Map<String, Boolean> gates(Map<FluxController, Map<String, List<String>>> flags) {
        Map<String, Boolean> gates = new TreeMap<>();
        flags.forEach((controller, own) -> own.getOrDefault(GATES, List.of()).forEach(list -> {
            for (String gate : Splitter.on(',').trimResults().omitEmptyStrings().split(list)) {
                int equals = gate.indexOf('=');
                String name = equals < 0 ? gate : gate.substring(0, equals);
                boolean on = equals < 0 || gate.substring(equals + 1).equalsIgnoreCase("true");
                gates.put(name, on);
                check(name, on, controller);
            }
        }));
        return gates;
    }

    private static void check(String gate, boolean on, FluxController controller) {
        FeatureGates known = FeatureGates.find(gate)
                .orElseThrow(() -> new InstallationException(
                        controller.componentName() + " does not start: feature-gate '" + gate + "' not supported"));
        if (!known.isModelled(on)) {
            throw new NotModelledException("the feature gate " + gate + "=" + on + " of " + controller.componentName());
        }
    }

    private static Map<String, List<String>> flags(MapNode deployment, FluxController controller) {
        Map<String, List<String>> flags = new LinkedHashMap<>();
        for (Node container : deployment.findList("spec", "template", "spec", "containers")) {
            List<String> args = container.findList("args").strings();
            for (int i = 0; i < args.size(); i++) {
                String arg = args.get(i);
                if (!arg.startsWith("--")) {
                    continue;
                }
                int equals = arg.indexOf('=');
                String name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
                String value = equals >= 0
                        ? arg.substring(equals + 1)
                        : SWITCHES.contains(name) || i + 1 == args.size() ? "true" : args.get(++i);
                check(name, value, controller);
                flags.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return flags;
    }

    private static void check(String name, String value, FluxController controller) {
        boolean watchesOne = name.equals("watch-all-namespaces") && value.equals("false");
        if (watchesOne || (DECIDING.contains(name) && !value.isEmpty())) {
            throw new NotModelledException("the flag --" + name + "=" + value + " of " + controller.componentName());
        }
    }
}
