package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.IpRange;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.PortRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** NetworkPolicies (upstream {@code pkg/apis/networking/validation/validation.go}). */
final class NetworkPolicyRules implements KindRules {

    private static final List<String> TYPES = List.of("Ingress", "Egress");

    @Override
    public FieldErrors validateCreate(MapNode policy) {
        FieldErrors errors = new FieldErrors();
        MapNode spec = policy.findMap("spec");
        errors.addAll(LabelSelectors.validate(spec.findMap("podSelector"), "spec.podSelector"));
        Read.each(spec, "ingress", "spec", (rule, path) -> rule(errors, rule, path, "from"));
        Read.each(spec, "egress", "spec", (rule, path) -> rule(errors, rule, path, "to"));
        List<String> types = spec.findList("policyTypes").strings();
        if (types.size() > TYPES.size()) {
            return errors.add(FieldError.invalid(
                    "spec.policyTypes", Read.value(spec, "policyTypes"), "may not specify more than two policyTypes"));
        }
        for (int i = 0; i < types.size(); i++) {
            Check.oneOf(errors, "spec.policyTypes[" + i + "]", types.get(i), TYPES);
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode policy, MapNode old) {
        return validateCreate(policy);
    }

    @Override
    public List<String> warningsOnCreate(MapNode policy) {
        List<String> warnings = new ArrayList<>();
        MapNode spec = policy.findMap("spec");
        Read.each(spec, "ingress", "spec", (rule, path) -> ranges(rule, "from", path, warnings));
        Read.each(spec, "egress", "spec", (rule, path) -> ranges(rule, "to", path, warnings));
        return warnings;
    }

    @Override
    public List<String> warningsOnUpdate(MapNode policy, MapNode old) {
        return warningsOnCreate(policy);
    }

    private static void ranges(MapNode rule, String peers, String path, List<String> warnings) {
        Read.each(rule, peers, path, (peer, at) -> {
            MapNode block = peer.findMap("ipBlock");
            AddressWarnings.range(at + ".ipBlock.cidr", block.findText("cidr"), warnings);
            List<String> exceptions = block.findList("except").strings();
            for (int i = 0; i < exceptions.size(); i++) {
                AddressWarnings.range(at + ".ipBlock.except[" + i + "]", exceptions.get(i), warnings);
            }
        });
    }

    private static void rule(FieldErrors errors, MapNode rule, String path, String peers) {
        Read.each(rule, "ports", path, (port, at) -> port(errors, port, at));
        Read.each(rule, peers, path, (peer, at) -> peer(errors, peer, at));
    }

    private static void port(FieldErrors errors, MapNode port, String path) {
        if (Read.has(port, "protocol")) {
            Check.oneOf(errors, path + ".protocol", port.findText("protocol"), List.of("TCP", "UDP", "SCTP"));
        }
        Long end = port.findLong("endPort");
        String endField = path + ".endPort";
        Node value = port.get("port");
        if (!(value instanceof ScalarNode scalar) || value.isNull()) {
            if (end != null) {
                errors.add(FieldError.invalid(endField, end, "may not be specified when `port` is not specified"));
            }
        } else if (scalar.value() instanceof Long number) {
            Check.all(errors, path + ".port", number, PortRules.number(number));
            if (end != null) {
                if (end < number) {
                    errors.add(FieldError.invalid(endField, number, "must be greater than or equal to `port`"));
                }
                Check.all(errors, endField, end, PortRules.number(end));
            }
        } else {
            if (end != null) {
                errors.add(FieldError.invalid(endField, end, "may not be specified when `port` is non-numeric"));
            }
            Check.all(errors, path + ".port", scalar.text(), PortRules.name(scalar.text()));
        }
    }

    private static void peer(FieldErrors errors, MapNode peer, String path) {
        int peers = 0;
        for (String selector : List.of("podSelector", "namespaceSelector")) {
            if (peer.get(selector) instanceof MapNode map) {
                peers++;
                errors.addAll(LabelSelectors.validate(map, path + "." + selector));
            }
        }
        boolean hasBlock = peer.get("ipBlock") instanceof MapNode;
        if (hasBlock) {
            peers++;
            block(errors, peer.findMap("ipBlock"), path + ".ipBlock");
        }
        if (peers == 0) {
            errors.add(FieldError.required(path, "must specify a peer"));
        } else if (peers > 1 && hasBlock) {
            errors.add(FieldError.forbidden(path, "may not specify both ipBlock and another peer"));
        }
    }

    private static void block(FieldErrors errors, MapNode block, String path) {
        String text = block.findText("cidr");
        if (text.isEmpty()) {
            errors.add(FieldError.required(path + ".cidr", ""));
            return;
        }
        FieldErrors wrong = IpRange.validate(path + ".cidr", text);
        errors.addAll(wrong);
        Optional<IpRange> range = IpRange.parse(text);
        if (range.isEmpty()) {
            return;
        }
        List<String> exceptions = block.findList("except").strings();
        for (int i = 0; i < exceptions.size(); i++) {
            String field = path + ".except[" + i + "]";
            String exception = exceptions.get(i);
            errors.addAll(IpRange.validate(field, exception));
            IpRange.parse(exception)
                    .filter(inner -> !range.get().strictlyContains(inner))
                    .ifPresent(inner ->
                            errors.add(FieldError.invalid(field, exception, "must be a strict subset of `cidr`")));
        }
    }
}
