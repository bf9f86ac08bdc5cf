package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What clients are warned of in pods and their templates (pkg/api/pod/warnings.go). */
final class PodWarnings {

    private static final Map<String, String> OLD_NODE_LABELS = new TreeMap<>(Map.of(
            "beta.kubernetes.io/arch", "deprecated since v1.14; use \"kubernetes.io/arch\" instead",
            "beta.kubernetes.io/os", "deprecated since v1.14; use \"kubernetes.io/os\" instead",
            "failure-domain.beta.kubernetes.io/region",
                    "deprecated since v1.17; use \"topology.kubernetes.io/region\" instead",
            "failure-domain.beta.kubernetes.io/zone",
                    "deprecated since v1.17; use \"topology.kubernetes.io/zone\" instead",
            "beta.kubernetes.io/instance-type",
                    "deprecated since v1.17; use \"node.kubernetes.io/instance-type\" instead"));
    private static final String NO_SELECTOR = "a null labelSelector results in matching no pod";
    private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/pod";

    private PodWarnings() {}

    /** Whether an update changes the spec; others are not warned of (the strategies' WarningsOnUpdate). */
    static boolean isNewGeneration(MapNode object, MapNode old) {
        return !Objects.equals(object.findLong("metadata", "generation"), old.findLong("metadata", "generation"));
    }

    static List<String> ofTemplate(MapNode template, String path) {
        List<String> warnings = new ArrayList<>();
        MapNode spec = template.findMap("spec");
        String at = path + ".spec";
        OLD_NODE_LABELS.forEach((label, text) -> {
            if (spec.findMap("nodeSelector").has(label)) {
                warnings.add(at + ".nodeSelector[" + label + "]: " + text);
            }
        });
        affinity(spec, at, warnings);
        if (template.findMap("metadata", "annotations").has(SECCOMP)) {
            warnings.add(path + ".metadata.annotations[" + SECCOMP
                    + "]: non-functional in v1.27+; use the \"seccompProfile\" field instead");
        }
        spread(spec, at, warnings);
        containers(spec, at, warnings);
        return warnings;
    }

    private static void affinity(MapNode spec, String at, List<String> warnings) {
        for (String kind : List.of("podAffinity", "podAntiAffinity")) {
            String path = at + ".affinity." + kind;
            ListNode required = spec.findList("affinity", kind, "requiredDuringSchedulingIgnoredDuringExecution");
            for (int i = 0; i < required.size(); i++) {
                if (required.get(i).find("labelSelector") == null) {
                    warnings.add(path + ".requiredDuringSchedulingIgnoredDuringExecution[" + i + "].labelSelector: "
                            + NO_SELECTOR);
                }
            }
            ListNode preferred = spec.findList("affinity", kind, "preferredDuringSchedulingIgnoredDuringExecution");
            for (int i = 0; i < preferred.size(); i++) {
                if (preferred.get(i).find("podAffinityTerm", "labelSelector") == null) {
                    warnings.add(path + ".preferredDuringSchedulingIgnoredDuringExecution[" + i
                            + "].podAffinityTerm.labelSelector: " + NO_SELECTOR);
                }
            }
        }
    }

    private static void spread(MapNode spec, String at, List<String> warnings) {
        ListNode constraints = spec.findList("topologySpreadConstraints");
        for (int i = 0; i < constraints.size(); i++) {
            if (constraints.get(i).find("labelSelector") == null) {
                warnings.add(at + ".topologySpreadConstraints[" + i + "].labelSelector: " + NO_SELECTOR);
            }
        }
    }

    private static void containers(MapNode spec, String at, List<String> warnings) {
        Map<String, String> ports = new HashMap<>();
        for (String list : List.of("initContainers", "containers")) {
            ListNode containers = spec.findList(list);
            for (int i = 0; i < containers.size(); i++) {
                String path = at + "." + list + "[" + i + "]";
                resources(containers.get(i), path, warnings);
                environment(containers.get(i), path, warnings);
            }
        }
        ListNode containers = spec.findList("containers");
        for (int i = 0; i < containers.size(); i++) {
            ports(containers.get(i), at + ".containers[" + i + "].ports", ports, warnings);
        }
    }

    private static void resources(Node container, String path, List<String> warnings) {
        for (String kind : List.of("limits", "requests")) {
            for (String resource : List.of("memory", "ephemeral-storage")) {
                Node value = container.find("resources", kind, resource);
                if (value instanceof ScalarNode scalar && scalar.isString() && isFractional(scalar.stringValue())) {
                    warnings.add(path + ".resources." + kind + "[" + resource + "]: fractional byte value \""
                            + scalar.stringValue() + "\" is invalid, must be an integer");
                }
            }
        }
    }

    private static boolean isFractional(String quantity) {
        return quantity.endsWith("m") && Quantity.parse(quantity).isPresent();
    }

    private static void environment(Node container, String path, List<String> warnings) {
        Map<String, Integer> seen = new HashMap<>();
        ListNode variables = container.findList("env");
        for (int i = 0; i < variables.size(); i++) {
            String name = variables.get(i).findString("name");
            if (name != null && seen.put(name, i) != null) {
                warnings.add(path + ".env[" + i + "]: hides previous definition of \"" + name
                        + "\", which may be dropped when using apply");
            }
        }
    }

    private static void ports(Node container, String path, Map<String, String> known, List<String> warnings) {
        ListNode ports = container.findList("ports");
        for (int i = 0; i < ports.size(); i++) {
            Node port = ports.get(i);
            String key = port.find("containerPort") + "/" + port.find("protocol") + "/" + port.find("hostIP") + "/"
                    + port.find("hostPort");
            String at = path + "[" + i + "]";
            String first = known.putIfAbsent(key, at);
            if (first != null) {
                warnings.add(at + ": duplicate port definition with " + first);
            }
        }
    }
}
