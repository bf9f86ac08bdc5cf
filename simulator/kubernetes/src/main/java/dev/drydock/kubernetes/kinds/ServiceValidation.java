package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.IpAddress;
import dev.drydock.kubernetes.validation.IpRange;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;

/** What is wrong with services (pkg/apis/core/validation/validation.go, ValidateService). */
final class ServiceValidation {

    private static final long KUBELET_PORT = 10250;
    private static final String OLD_HINTS = "service.kubernetes.io/topology-aware-hints";
    private static final String MODE = "service.kubernetes.io/topology-mode";
    private static final String RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";
    private static final String BALANCERS_ONLY = "may only be used when `type` is 'LoadBalancer'";

    private ServiceValidation() {}

    static FieldErrors validate(MapNode service) {
        MapNode spec = service.findMap("spec");
        FieldErrors errors = new FieldErrors();
        String type = ServiceRules.type(spec);
        hints(service.findMap("metadata", "annotations"), errors);
        if (spec.findList("ports").isEmpty() && !ServiceRules.isHeadless(spec) && !type.equals("ExternalName")) {
            errors.add(FieldError.required("spec.ports", ""));
        }
        ofType(spec, type, errors);
        ServicePorts.each(spec, errors);
        LabelSelectors.labels(spec.findMap("selector").strings(), "spec.selector", errors);
        affinity(spec, errors);
        errors.addAll(ServiceAddressRules.validate(spec));
        externalAddresses(spec.findList("externalIPs").strings(), errors);
        if (type.isEmpty()) {
            errors.add(FieldError.required("spec.type", ""));
        } else {
            Check.oneOf(errors, "spec.type", type, List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort"));
        }
        ServicePorts.together(spec, errors);
        sourceRanges(service, type, errors);
        balancer(spec, type, errors);
        balancerClass(spec, type, errors);
        externalTraffic(spec, errors);
        internalTraffic(spec, errors);
        if (Read.has(spec, "trafficDistribution")) {
            Check.oneOf(
                    errors,
                    "spec.trafficDistribution",
                    spec.findText("trafficDistribution"),
                    List.of("PreferClose", "PreferSameZone", "PreferSameNode"));
        }
        return errors;
    }

    static FieldErrors validateUpdate(MapNode service, MapNode old) {
        MapNode spec = service.findMap("spec");
        MapNode before = old.findMap("spec");
        FieldErrors errors = ServiceAddressRules.validateUpdate(spec, before);
        String type = ServiceRules.type(spec);
        if (type.equals("LoadBalancer")
                && ServiceRules.type(before).equals("LoadBalancer")
                && !sameClass(spec, before)) {
            errors.add(FieldError.invalid(
                    "spec.loadBalancerClass", Read.value(spec, "loadBalancerClass"), "may not change once set"));
        }
        balancerClass(spec, type, errors);
        if (ServiceRules.needsHealthCheck(spec)
                && ServiceRules.needsHealthCheck(before)
                && Read.number(spec, 0, "healthCheckNodePort") != Read.number(before, 0, "healthCheckNodePort")) {
            errors.add(FieldError.forbidden("spec.healthCheckNodePort", Check.IMMUTABLE));
        }
        return errors.addAll(validate(service));
    }

    private static boolean sameClass(MapNode spec, MapNode before) {
        return Read.value(spec, "loadBalancerClass").equals(Read.value(before, "loadBalancerClass"));
    }

    private static void hints(MapNode annotations, FieldErrors errors) {
        if (annotations.has(MODE)
                && annotations.has(OLD_HINTS)
                && !annotations.findText(MODE).equals(annotations.findText(OLD_HINTS))) {
            errors.add(FieldError.invalid(
                    "metadata.annotations[" + MODE + "]",
                    annotations.findText(MODE),
                    "must match annotations[" + OLD_HINTS + "] when both are specified"));
        }
    }

    private static void ofType(MapNode spec, String type, FieldErrors errors) {
        if (type.equals("LoadBalancer")) {
            ListNode ports = spec.findList("ports");
            for (int i = 0; i < ports.size(); i++) {
                if (Read.number(ports.get(i), 0, "port") == KUBELET_PORT) {
                    errors.add(FieldError.invalid(
                            "spec.ports[" + i + "]",
                            KUBELET_PORT,
                            "may not expose port 10250 externally since it is used by kubelet"));
                }
            }
        }
        if (ServiceRules.isExternal(spec) && ServiceRules.isHeadless(spec)) {
            errors.add(FieldError.invalid(
                    "spec.clusterIPs[0]", ServiceRules.NONE, "may not be set to 'None' for " + type + " services"));
        }
        if (type.equals("ExternalName")) {
            externalName(spec, errors);
        }
    }

    private static void externalName(MapNode spec, FieldErrors errors) {
        for (String field : List.of("clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
            if (!Read.value(spec, field).isNull() && !Read.value(spec, field).equals(ListNode.EMPTY)) {
                errors.add(FieldError.forbidden("spec." + field, "may not be set for ExternalName services"));
            }
        }
        String name = spec.findText("externalName");
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (bare.isEmpty()) {
            errors.add(FieldError.required("spec.externalName", ""));
        } else {
            Check.all(errors, "spec.externalName", bare, NameRules.dnsSubdomain(bare));
        }
    }

    private static void affinity(MapNode spec, FieldErrors errors) {
        String field = "spec.sessionAffinity";
        String affinity = spec.findText("sessionAffinity");
        if (affinity.isEmpty()) {
            errors.add(FieldError.required(field, ""));
        } else {
            Check.oneOf(errors, field, affinity, List.of("ClientIP", "None"));
        }
        String config = field + "Config";
        if (affinity.equals("ClientIP")) {
            Long seconds = spec.findLong("sessionAffinityConfig", "clientIP", "timeoutSeconds");
            if (!Read.has(spec, "sessionAffinityConfig")) {
                errors.add(FieldError.required(config, "when session affinity type is ClientIP"));
            } else if (!Read.has(spec, "sessionAffinityConfig", "clientIP")) {
                errors.add(FieldError.required(config + ".clientIP", "when session affinity type is ClientIP"));
            } else if (seconds == null) {
                errors.add(FieldError.required(
                        config + ".clientIP.timeoutSeconds", "when session affinity type is ClientIP"));
            } else if (seconds <= 0 || seconds > 86400) {
                errors.add(FieldError.invalid(
                        config + ".clientIP.timeoutSeconds", seconds, "must be greater than 0 and less than 86400"));
            }
        } else if (affinity.equals("None") && Read.has(spec, "sessionAffinityConfig")) {
            errors.add(FieldError.forbidden(config, "must not be set when session affinity is None"));
        }
    }

    private static void externalAddresses(List<String> addresses, FieldErrors errors) {
        for (int i = 0; i < addresses.size(); i++) {
            String field = "spec.externalIPs[" + i + "]";
            FieldErrors wrong = IpAddress.validate(field, addresses.get(i));
            errors.addAll(wrong.isEmpty() ? IpAddress.validateNonSpecial(field, addresses.get(i)) : wrong);
        }
    }

    /** The sources of a load balancer, in a field or, of old, in an annotation. */
    private static void sourceRanges(MapNode service, String type, FieldErrors errors) {
        List<String> ranges =
                service.findList("spec", "loadBalancerSourceRanges").strings();
        MapNode annotations = service.findMap("metadata", "annotations");
        boolean balanced = type.equals("LoadBalancer");
        if (!ranges.isEmpty()) {
            String field = "spec.LoadBalancerSourceRanges";
            if (!balanced) {
                errors.add(FieldError.forbidden(field, BALANCERS_ONLY));
            }
            for (int i = 0; i < ranges.size(); i++) {
                errors.addAll(
                        IpRange.validate(field + "[" + i + "]", ranges.get(i).strip()));
            }
        } else if (annotations.has(RANGES)) {
            String field = "metadata.annotations[" + RANGES + "]";
            if (!balanced) {
                errors.add(FieldError.forbidden(field, BALANCERS_ONLY));
            }
            String text = annotations.findText(RANGES).strip();
            if (!text.isEmpty()) {
                for (String range : text.split(",", -1)) {
                    errors.addAll(IpRange.validate(field, range.strip()));
                }
            }
        }
    }

    private static void balancer(MapNode spec, String type, FieldErrors errors) {
        boolean balanced = type.equals("LoadBalancer");
        boolean given = Read.has(spec, "allocateLoadBalancerNodePorts");
        if (given && !balanced) {
            errors.add(FieldError.forbidden("spec.allocateLoadBalancerNodePorts", BALANCERS_ONLY));
        }
        if (balanced && !given) {
            errors.add(FieldError.required("allocateLoadBalancerNodePorts", ""));
        }
    }

    private static void balancerClass(MapNode spec, String type, FieldErrors errors) {
        if (!Read.has(spec, "loadBalancerClass")) {
            return;
        }
        if (type.equals("LoadBalancer")) {
            String name = spec.findText("loadBalancerClass");
            Check.all(errors, "spec.loadBalancerClass", name, NameRules.labelKey(name));
        } else {
            errors.add(FieldError.forbidden("spec.loadBalancerClass", BALANCERS_ONLY));
        }
    }

    private static void externalTraffic(MapNode spec, FieldErrors errors) {
        String policy = spec.findText("externalTrafficPolicy");
        String field = "spec.externalTrafficPolicy";
        if (!ServiceRules.isReachable(spec)) {
            if (!policy.isEmpty()) {
                errors.add(FieldError.invalid(field, policy, "may only be set for externally-accessible services"));
            }
        } else if (policy.isEmpty()) {
            errors.add(FieldError.required(field, ""));
        } else {
            Check.oneOf(errors, field, policy, List.of("Cluster", "Local"));
        }
        long port = Read.number(spec, 0, "healthCheckNodePort");
        if (!ServiceRules.needsHealthCheck(spec)) {
            if (port != 0) {
                errors.add(FieldError.invalid(
                        "spec.healthCheckNodePort",
                        port,
                        "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'"));
            }
        } else if (port == 0) {
            errors.add(FieldError.required("spec.healthCheckNodePort", ""));
        } else {
            ServicePorts.number(ScalarNode.of(port), "spec.healthCheckNodePort", errors);
        }
    }

    private static void internalTraffic(MapNode spec, FieldErrors errors) {
        Node policy = Read.value(spec, "internalTrafficPolicy");
        String field = "spec.internalTrafficPolicy";
        if (!policy.isNull()) {
            Check.oneOf(errors, field, spec.findText("internalTrafficPolicy"), List.of("Cluster", "Local"));
        } else if (ServiceRules.ADDRESSED.contains(ServiceRules.type(spec))) {
            errors.add(FieldError.required(field, ""));
        }
    }
}
