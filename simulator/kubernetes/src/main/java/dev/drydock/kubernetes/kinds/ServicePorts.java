package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.kubernetes.validation.PortRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ports of services (core/validation/validation.go, validateServicePort). */
final class ServicePorts {

    static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

    private ServicePorts() {}

    /** What is wrong with single ports. */
    static void each(MapNode spec, FieldErrors errors) {
        boolean named = spec.findList("ports").size() > 1;
        Set<String> names = new HashSet<>();
        Read.each(spec, "ports", "spec", (port, path) -> {
            String name = port.findText("name");
            if (name.isEmpty() && named) {
                errors.add(FieldError.required(path + ".name", ""));
            } else if (!name.isEmpty()) {
                Check.all(errors, path + ".name", name, NameRules.dnsLabel(name));
                if (!names.add(name)) {
                    errors.add(FieldError.duplicate(path + ".name", name));
                }
            }
            number(port.get("port"), path + ".port", errors);
            protocol(errors, port, path);
            if (port.get("targetPort") instanceof ScalarNode target && target.isString()) {
                Check.all(errors, path + ".targetPort", target.stringValue(), PortRules.name(target.stringValue()));
            } else {
                number(port.get("targetPort"), path + ".targetPort", errors);
            }
            appProtocol(errors, port, path);
        });
    }

    static void number(@Nullable Node node, String path, FieldErrors errors) {
        long number = node instanceof ScalarNode scalar && scalar.value() instanceof Long value ? value : 0;
        Check.all(errors, path, number, PortRules.number(number));
    }

    static void protocol(FieldErrors errors, MapNode port, String path) {
        String protocol = port.findText("protocol");
        if (protocol.isEmpty()) {
            errors.add(FieldError.required(path + ".protocol", ""));
        } else {
            Check.oneOf(errors, path + ".protocol", protocol, PROTOCOLS);
        }
    }

    static void appProtocol(FieldErrors errors, MapNode port, String path) {
        if (Read.has(port, "appProtocol")) {
            String name = port.findText("appProtocol");
            Check.all(errors, path + ".appProtocol", name, NameRules.labelKey(name));
        }
    }

    /** What is wrong with the ports beside each other. */
    static void together(MapNode spec, FieldErrors errors) {
        ListNode ports = spec.findList("ports");
        if (ServiceRules.type(spec).equals("ClusterIP")) {
            for (int i = 0; i < ports.size(); i++) {
                if (!ServiceRules.isUnset(ports.get(i).find("nodePort"))) {
                    errors.add(FieldError.forbidden(
                            "spec.ports[" + i + "].nodePort", "may not be used when `type` is 'ClusterIP'"));
                }
            }
        }
        Set<String> nodePorts = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            Node number = ports.get(i).find("nodePort");
            if (!ServiceRules.isUnset(number) && !nodePorts.add(key(ports.get(i), "nodePort"))) {
                errors.add(FieldError.duplicate("spec.ports[" + i + "].nodePort", number));
            }
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            if (!numbers.add(key(ports.get(i), "port"))) {
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
}
