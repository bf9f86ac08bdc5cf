package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.IpAddress;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.kubernetes.validation.PortRules;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** Endpoints (pkg/apis/core/validation/validation.go, ValidateEndpoints; pkg/registry/core/endpoint/strategy.go). */
final class EndpointsRules implements KindRules {

    private static final String TRIGGER_TIME = "endpoints.kubernetes.io/last-change-trigger-time";

    @Override
    public FieldErrors validateCreate(MapNode endpoints) {
        FieldErrors errors = new FieldErrors();
        triggerTime(endpoints.findMap("metadata", "annotations"), errors);
        for (Field subset : Field.of(endpoints, errors).items("subsets")) {
            subset(subset);
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode endpoints, MapNode old) {
        return validateCreate(endpoints);
    }

    private static void triggerTime(MapNode annotations, FieldErrors errors) {
        String time = annotations.findText(TRIGGER_TIME);
        if (annotations.has(TRIGGER_TIME) && !EventRules.isTime(time)) {
            errors.add(FieldError.invalid(
                    "annotations[" + TRIGGER_TIME + "]",
                    time,
                    "must be an RFC3339 timestamp with nanosecond precision"));
        }
    }

    private static void subset(Field subset) {
        List<Field> ready = subset.items("addresses");
        List<Field> notReady = subset.items("notReadyAddresses");
        if (ready.isEmpty() && notReady.isEmpty()) {
            subset.required("must specify `addresses` or `notReadyAddresses`");
        }
        ready.forEach(EndpointsRules::address);
        notReady.forEach(EndpointsRules::address);
        List<Field> ports = subset.items("ports");
        ports.forEach(port -> port(port, ports.size() > 1));
    }

    private static void address(Field address) {
        Field ip = address.in("ip");
        ip.addAll(IpAddress.validate(ip.path(), ip.text()));
        if (!address.text("hostname").isEmpty()) {
            address.in("hostname").invalid(NameRules.dnsLabel(address.text("hostname")));
        }
        if (address.has("nodeName")) {
            address.in("nodeName").invalid(NameRules.dnsSubdomain(address.text("nodeName")));
        }
        ip.addAll(IpAddress.validateNonSpecial(ip.path(), ip.text()));
    }

    private static void port(Field port, boolean named) {
        Field name = port.in("name");
        if (named && name.text().isEmpty()) {
            name.required("");
        } else if (!name.text().isEmpty()) {
            name.invalid(NameRules.dnsLabel(name.text()));
        }
        long number = port.number("port");
        PortRules.number(number).forEach(text -> port.in("port").invalid(number, text));
        port.in("protocol").requiredOneOf(ServicePorts.PROTOCOLS);
        ServicePorts.appProtocol(port.errors(), port.map(), port.path());
    }

    @Override
    public List<String> warningsOnCreate(MapNode endpoints) {
        return warnings(endpoints);
    }

    @Override
    public List<String> warningsOnUpdate(MapNode endpoints, MapNode old) {
        return warnings(endpoints);
    }

    private static List<String> warnings(MapNode endpoints) {
        List<String> warnings = new ArrayList<>();
        for (Field subset : Field.of(endpoints, new FieldErrors()).items("subsets")) {
            for (String list : List.of("addresses", "notReadyAddresses")) {
                for (Field address : subset.items(list)) {
                    AddressWarnings.address(address.in("ip").path(), address.text("ip"), warnings);
                }
            }
        }
        return warnings;
    }
}
