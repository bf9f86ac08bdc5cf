package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.IpAddress;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Where services and ingresses say that they are reached from outside (ValidateLoadBalancerStatus). */
final class LoadBalancerStatus {

    private LoadBalancerStatus() {}

    static FieldErrors ofService(MapNode service) {
        FieldErrors errors = new FieldErrors();
        Field status = Field.of(service, errors).in("status", "loadBalancer");
        if (!service.findText("spec", "type").equals("LoadBalancer") && status.size("ingress") > 0) {
            status.in("ingress").forbidden("may only be used when `spec.type` is 'LoadBalancer'");
            return errors;
        }
        for (Field point : status.items("ingress")) {
            address(point.in("ip"));
            mode(point.in("ipMode"), !point.text("ip").isEmpty());
            name(point.in("hostname"));
        }
        return errors;
    }

    static FieldErrors ofIngress(MapNode ingress) {
        FieldErrors errors = new FieldErrors();
        for (Field point :
                Field.of(ingress, errors).in("status", "loadBalancer").items("ingress")) {
            address(point.in("ip"));
            name(point.in("hostname"));
        }
        return errors;
    }

    private static void address(Field address) {
        if (!address.text().isEmpty()) {
            address.addAll(IpAddress.validate(address.path(), address.text()));
        }
    }

    private static void mode(Field mode, boolean addressed) {
        if (!mode.isSet()) {
            if (addressed) {
                mode.required("must be specified when `ip` is set");
            }
        } else if (!addressed) {
            mode.forbidden("may not be specified when `ip` is not set");
        } else {
            mode.oneOf(List.of("Proxy", "VIP"));
        }
    }

    private static void name(Field name) {
        if (name.text().isEmpty()) {
            return;
        }
        name.invalid(NameRules.dnsSubdomain(name.text()));
        if (IpAddress.parse(name.text()).isPresent()) {
            name.invalid("must be a DNS name, not an IP address");
        }
    }
}
