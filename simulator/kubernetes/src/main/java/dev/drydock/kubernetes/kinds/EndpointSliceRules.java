package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.IpAddress;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Endpoint slices (pkg/apis/discovery/validation/validation.go; pkg/registry/discovery/endpointslice/strategy.go). */
final class EndpointSliceRules implements KindRules {

    private static final String HOST_LABEL = "kubernetes.io/hostname";
    private static final List<String> TYPES = List.of("FQDN", "IPv4", "IPv6");
    private static final int MOST_ENDPOINTS = 1000;
    private static final int MOST_ADDRESSES = 100;
    private static final int MOST_PORTS = 20000;
    private static final int MOST_LABELS = 16;
    private static final int MOST_HINTS = 8;

    /** Version 1 has no topology to write: it is kept for objects of an older version only. */
    @Override
    public MapNode prepareForCreate(MapNode slice) {
        if (!(slice.get("endpoints") instanceof ListNode endpoints)) {
            return slice;
        }
        return slice.with("endpoints", endpoints.map(EndpointSliceRules::withoutTopology));
    }

    /** Nodes that an older version named by their label are named by their field now (dropTopologyOnV1). */
    @Override
    public MapNode prepareForUpdate(MapNode slice, MapNode old) {
        ListNode before = old.findList("endpoints");
        if (!(slice.get("endpoints") instanceof ListNode endpoints) || endpoints.equals(before)) {
            return slice;
        }
        Set<String> known = new HashSet<>();
        before.forEach(endpoint -> known.add(endpoint.findText("deprecatedTopology", HOST_LABEL)));
        return slice.with("endpoints", endpoints.map(endpoint -> {
            String host = endpoint.findText("deprecatedTopology", HOST_LABEL);
            boolean named = endpoint instanceof MapNode map && !map.has("nodeName") && !host.isEmpty();
            Node kept = withoutTopology(endpoint);
            return named
                            && known.contains(host)
                            && NameRules.dnsSubdomain(host).isEmpty()
                            && kept instanceof MapNode map
                    ? map.with("nodeName", host)
                    : kept;
        }));
    }

    private static Node withoutTopology(Node endpoint) {
        return endpoint instanceof MapNode map ? map.without("deprecatedTopology") : endpoint;
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        return check(object, false);
    }

    /** Endpoints that stay as they are were valid once. */
    private static FieldErrors check(MapNode object, boolean keepsEndpoints) {
        FieldErrors errors = new FieldErrors();
        Field slice = Field.of(object, errors);
        slice.in("addressType").requiredOneOf(TYPES);
        if (!keepsEndpoints) {
            endpoints(slice.in("endpoints"), slice.text("addressType"));
        }
        ports(slice.in("ports"));
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = check(object, old.findList("endpoints").equals(object.findList("endpoints")));
        Immutable.check(object, old, errors, "addressType");
        return errors;
    }

    private static void endpoints(Field endpoints, String type) {
        if (isTooMany(endpoints, MOST_ENDPOINTS)) {
            return;
        }
        for (Field endpoint : endpoints.items()) {
            addresses(endpoint.in("addresses"), type);
            if (endpoint.has("nodeName")) {
                endpoint.in("nodeName").invalid(NameRules.dnsSubdomain(endpoint.text("nodeName")));
            }
            Field topology = endpoint.in("deprecatedTopology");
            if (topology.map().size() > MOST_LABELS) {
                topology.add(FieldError.tooMany(topology.path(), topology.map().size(), MOST_LABELS));
            }
            LabelSelectors.labels(topology.map().strings(), topology.path(), topology.errors());
            if (endpoint.has("hostname")) {
                endpoint.in("hostname").invalid(NameRules.dnsLabel(endpoint.text("hostname")));
            }
            hints(endpoint.in("hints", "forZones"), true);
            hints(endpoint.in("hints", "forNodes"), false);
        }
    }

    private static boolean isTooMany(Field list, int most) {
        boolean tooMany = list.items().size() > most;
        if (tooMany) {
            list.add(FieldError.tooMany(list.path(), list.items().size(), most));
        }
        return tooMany;
    }

    private static void addresses(Field addresses, String type) {
        if (addresses.items().isEmpty()) {
            addresses.required("must contain at least 1 address");
        }
        isTooMany(addresses, MOST_ADDRESSES);
        for (Field address : addresses.items()) {
            if (type.equals("FQDN")) {
                domain(address);
                continue;
            }
            if (!TYPES.contains(type)) {
                continue;
            }
            FieldErrors wrong = IpAddress.validate(address.path(), address.text());
            if (!wrong.isEmpty()) {
                address.addAll(wrong);
                continue;
            }
            boolean isOfType = address.text().contains(":") == type.equals("IPv6");
            if (!isOfType) {
                // Upstream names the list here, not the item.
                addresses.invalid(address.text(), "must be an " + type + " address");
            }
            address.addAll(IpAddress.validateNonSpecial(address.path(), address.text()));
        }
    }

    /** A domain with two parts at least (apimachinery, IsFullyQualifiedDomainName). */
    private static void domain(Field name) {
        String text =
                name.text().endsWith(".") ? name.text().substring(0, name.text().length() - 1) : name.text();
        if (name.text().isEmpty()) {
            name.required("");
        } else if (!NameRules.dnsSubdomain(text).isEmpty()) {
            name.invalid(text, String.join(",", NameRules.dnsSubdomain(text)));
        } else if (!text.contains(".")) {
            name.invalid(text, "should be a domain with at least two segments separated by dots");
        } else {
            for (String label : text.split("\\.", -1)) {
                if (!NameRules.dnsLabel(label).isEmpty()) {
                    name.invalid(label, String.join(",", NameRules.dnsLabel(label)));
                    return;
                }
            }
        }
    }

    private static void hints(Field hints, boolean zones) {
        if (isTooMany(hints, MOST_HINTS)) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Field hint : hints.items()) {
            Field name = hint.in("name");
            if (!seen.add(name.text())) {
                name.duplicate(name.text());
            }
            name.invalid(zones ? NameRules.labelValue(name.text()) : NameRules.dnsSubdomain(name.text()));
        }
    }

    private static void ports(Field ports) {
        if (isTooMany(ports, MOST_PORTS)) {
            return;
        }
        Set<String> names = new HashSet<>();
        for (Field port : ports.items()) {
            Field name = port.in("name");
            if (!name.text().isEmpty()) {
                name.invalid(NameRules.dnsLabel(name.text()));
            }
            if (!names.add(name.text())) {
                name.duplicate(name.text());
            }
            port.in("protocol").requiredOneOf(ServicePorts.PROTOCOLS);
            ServicePorts.appProtocol(port.errors(), port.map(), port.path());
        }
    }

    @Override
    public List<String> warningsOnCreate(MapNode slice) {
        return warnings(slice);
    }

    @Override
    public List<String> warningsOnUpdate(MapNode slice, MapNode old) {
        return warnings(slice);
    }

    private static List<String> warnings(MapNode slice) {
        List<String> warnings = new ArrayList<>();
        if (!slice.findText("addressType").equals("FQDN")) {
            for (Field endpoint : Field.of(slice, new FieldErrors()).items("endpoints")) {
                AddressWarnings.each(
                        endpoint.in("addresses").path(),
                        endpoint.map().findList("addresses").strings(),
                        warnings);
            }
        }
        return warnings;
    }
}
