package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with services (pkg/apis/core/validation/validation.go, ValidateService). */
final class ServiceValidation {

    private static final String NONE = "None";
    private static final String PORT_RANGE = "must be between 1 and 65535, inclusive";

    private ServiceValidation() {}

    static FieldErrors validate(MapNode object) {
        MapNode spec = object.findMap("spec");
        FieldErrors errors = new FieldErrors();
        boolean headless = NONE.equals(spec.findString("clusterIP"));
        String type = ServiceRules.type(spec);
        ListNode ports = spec.findList("ports");
        if (ports.isEmpty() && !headless && !type.equals("ExternalName")) {
            errors.add(FieldError.required("spec.ports", ""));
        }
        ofType(spec, type, headless, errors);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            port(ports.get(i), "spec.ports[" + i + "]", ports.size() > 1, names, errors);
        }
        LabelSelectors.labels(spec.findMap("selector").strings(), "spec.selector", errors);
        affinity(spec, errors);
        if (type.isEmpty()) {
            errors.add(FieldError.required("spec.type", ""));
        } else if (!ServiceRules.isAddressed(spec) && !type.equals("ExternalName")) {
            errors.add(FieldError.notSupported(
                    "spec.type", type, List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort")));
        }
        if (type.equals("ClusterIP")) {
            for (int i = 0; i < ports.size(); i++) {
                if (!ServiceRules.isUnset(ports.get(i).find("nodePort"))) {
                    errors.add(FieldError.forbidden(
                            "spec.ports[" + i + "].nodePort", "may not be used when `type` is 'ClusterIP'"));
                }
            }
        }
        repetitions(ports, errors);
        families(spec, headless, errors);
        return errors;
    }

    /** The cluster has one family; services without addresses and selector may say what they like. */
    private static void families(MapNode spec, boolean headless, FieldErrors errors) {
        if (!ServiceRules.isAddressed(spec)
                || (headless && spec.findMap("selector").isEmpty())) {
            return;
        }
        if ("RequireDualStack".equals(spec.findString("ipFamilyPolicy"))) {
            errors.add(FieldError.invalid(
                    "spec.ipFamilyPolicy",
                    "RequireDualStack",
                    "this cluster is not configured for dual-stack services"));
        }
        List<String> families = spec.findList("ipFamilies").strings();
        for (int i = 0; i < families.size(); i++) {
            if (!families.get(i).equals("IPv4")) {
                errors.add(FieldError.invalid(
                        "spec.ipFamilies[" + i + "]", families.get(i), "not configured on this cluster"));
            }
        }
    }

    private static void ofType(MapNode spec, String type, boolean headless, FieldErrors errors) {
        switch (type) {
            case "LoadBalancer", "NodePort" -> {
                if (headless) {
                    errors.add(FieldError.invalid(
                            "spec.clusterIPs",
                            spec.findList("clusterIPs"),
                            "may not be set to 'None' for " + type + " services"));
                }
            }
            case "ExternalName" -> externalName(spec, errors);
            default -> {}
        }
    }

    private static void externalName(MapNode spec, FieldErrors errors) {
        for (String field : List.of("clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
            if (spec.has(field)) {
                errors.add(FieldError.forbidden("spec." + field, "may not be set for ExternalName services"));
            }
        }
        String name = spec.findString("externalName");
        if (name == null || name.isEmpty()) {
            errors.add(FieldError.required("spec.externalName", ""));
            return;
        }
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        for (String wrong : NameRules.dnsSubdomain(bare)) {
            errors.add(FieldError.invalid("spec.externalName", bare, wrong));
        }
    }

    private static void port(Node port, String path, boolean named, Set<String> names, FieldErrors errors) {
        String name = port.findString("name");
        if (name == null || name.isEmpty()) {
            if (named) {
                errors.add(FieldError.required(path + ".name", ""));
            }
        } else {
            for (String wrong : NameRules.dnsLabel(name)) {
                errors.add(FieldError.invalid(path + ".name", name, wrong));
            }
            if (!names.add(name)) {
                errors.add(FieldError.duplicate(path + ".name", name));
            }
        }
        number(port.find("port"), path + ".port", errors);
        String protocol = port.findString("protocol");
        if (protocol == null || protocol.isEmpty()) {
            errors.add(FieldError.required(path + ".protocol", ""));
        } else if (!List.of("TCP", "UDP", "SCTP").contains(protocol)) {
            errors.add(FieldError.notSupported(path + ".protocol", protocol, List.of("SCTP", "TCP", "UDP")));
        }
        Node target = port.find("targetPort");
        if (target instanceof ScalarNode scalar && scalar.isString()) {
            for (String wrong : portName(scalar.stringValue())) {
                errors.add(FieldError.invalid(path + ".targetPort", scalar.stringValue(), wrong));
            }
        } else {
            number(target, path + ".targetPort", errors);
        }
    }

    private static void number(@org.jspecify.annotations.Nullable Node node, String path, FieldErrors errors) {
        long number = node instanceof ScalarNode scalar && scalar.value() instanceof Long value ? value : 0;
        if (number < 1 || number > 65535) {
            errors.add(FieldError.invalid(path, number, PORT_RANGE));
        }
    }

    /** An IANA service name (apimachinery, util/validation: IsValidPortName). */
    static List<String> portName(String name) {
        List<String> wrong = new ArrayList<>();
        if (name.length() > 15) {
            wrong.add("must be no more than 15 characters");
        }
        if (!name.matches("[-a-z0-9]+")) {
            wrong.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (!name.matches(".*[a-z].*")) {
            wrong.add("must contain at least one letter (a-z)");
        }
        if (name.contains("--")) {
            wrong.add("must not contain consecutive hyphens");
        }
        if (!name.isEmpty() && (name.startsWith("-") || name.endsWith("-"))) {
            wrong.add("must not begin or end with a hyphen");
        }
        return wrong;
    }

    private static void affinity(MapNode spec, FieldErrors errors) {
        String affinity = spec.findString("sessionAffinity");
        if (affinity == null || affinity.isEmpty()) {
            errors.add(FieldError.required("spec.sessionAffinity", ""));
        } else if (!List.of("ClientIP", NONE).contains(affinity)) {
            errors.add(FieldError.notSupported("spec.sessionAffinity", affinity, List.of("ClientIP", NONE)));
        }
        Long seconds = spec.findLong("sessionAffinityConfig", "clientIP", "timeoutSeconds");
        if ("ClientIP".equals(affinity) && seconds != null && (seconds <= 0 || seconds > 86400)) {
            errors.add(FieldError.invalid(
                    "spec.sessionAffinityConfig.clientIP.timeoutSeconds",
                    seconds,
                    "must be greater than 0 and less than 86400"));
        }
    }

    private static void repetitions(ListNode ports, FieldErrors errors) {
        Set<String> nodePorts = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            Node number = ports.get(i).find("nodePort");
            if (number != null && !ServiceRules.isUnset(number) && !nodePorts.add(key(ports.get(i), "nodePort"))) {
                errors.add(FieldError.duplicate("spec.ports[" + i + "].nodePort", number));
            }
        }
        for (int i = 0; i < ports.size(); i++) {
            if (!keys.add(key(ports.get(i), "port"))) {
                errors.add(FieldError.duplicate("spec.ports[" + i + "]", printed(ports.get(i))));
            }
        }
    }

    private static String key(Node port, String field) {
        return port.find("protocol") + "/" + port.find(field);
    }

    /** The internal struct of a port with nothing but its protocol and number, as errors print it. */
    private static MapNode printed(Node port) {
        Node protocol = port.find("protocol");
        Node number = port.find("port");
        return MapNode.builder()
                .put("Name", "")
                .put("Protocol", protocol == null ? ScalarNode.of("") : protocol)
                .put("AppProtocol", ScalarNode.NULL)
                .put("Port", number == null ? ScalarNode.of(0) : number)
                .put("TargetPort", 0)
                .put("NodePort", 0)
                .build();
    }

    static FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        MapNode spec = object.findMap("spec");
        MapNode before = old.findMap("spec");
        ListNode now = spec.findList("clusterIPs");
        ListNode then = before.findList("clusterIPs");
        if (ServiceRules.isAddressed(spec) && ServiceRules.isAddressed(before) && !now.isEmpty() && !then.isEmpty()) {
            if (!now.get(0).equals(then.get(0))) {
                errors.add(FieldError.invalid("spec.clusterIPs[0]", now, "may not change once set"));
            }
        }
        return errors.addAll(validate(object));
    }

    /** What clients are warned of (pkg/api/service/warnings.go). */
    static List<String> warnings(MapNode object) {
        MapNode spec = object.findMap("spec");
        List<String> warnings = new ArrayList<>();
        boolean headless = NONE.equals(spec.findString("clusterIP"));
        if (headless && !spec.findList("externalIPs").isEmpty()) {
            warnings.add("spec.externalIPs is ignored for headless services");
        } else if (!spec.findList("externalIPs").isEmpty()) {
            warnings.add("spec.externalIPs is deprecated and may no longer be implemented in some clusters");
        }
        if (headless && "ClientIP".equals(spec.findString("sessionAffinity"))) {
            warnings.add("spec.SessionAffinity is ignored for headless services");
        }
        if (headless && !ServiceRules.isUnset(spec.get("loadBalancerIP"))) {
            warnings.add("spec.loadBalancerIP is ignored for headless services");
        }
        boolean named = !ServiceRules.isUnset(spec.get("externalName"));
        if (named && !ServiceRules.type(spec).equals("ExternalName")) {
            warnings.add("spec.externalName is ignored when spec.type is not \"ExternalName\"");
        }
        if ("PreferClose".equals(spec.findString("trafficDistribution"))) {
            warnings.add("spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"");
        }
        return warnings;
    }
}
