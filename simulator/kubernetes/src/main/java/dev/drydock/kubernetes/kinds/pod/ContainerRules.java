package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.kubernetes.validation.PortRules;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all containers have in common, those that start and those that are put into a running pod too. */
final class ContainerRules {

    private static final List<String> MESSAGE_POLICIES = List.of("File", "FallbackToLogsOnError");
    private static final List<String> PULL_POLICIES = List.of("Always", "IfNotPresent", "Never");
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final List<String> RESIZABLE = List.of("cpu", "memory");
    private static final List<String> RESIZE_POLICIES = List.of("NotRequired", "RestartContainer");

    private ContainerRules() {}

    static void check(Field container, Field spec, Map<String, MapNode> volumes) {
        Field name = container.in("name");
        if (!name.isRequiredText()) {
            name.invalid(NameRules.dnsLabel(name.text()));
        }
        container.in("image").isRequiredText();
        container.in("terminationMessagePolicy").requiredOneOf(MESSAGE_POLICIES);
        ports(container);
        EnvironmentRules.variables(container);
        MountRules.check(container, volumes);
        pullPolicy(container.in("imagePullPolicy"));
        ResourceRules.ofContainer(container.in("resources"), ResourceRules.claimNames(spec));
        resizing(container.in("resizePolicy"), spec.text("restartPolicy"));
        SecurityContextRules.ofContainer(container.in("securityContext"), spec);
    }

    static void pullPolicy(Field policy) {
        policy.requiredOneOf(PULL_POLICIES);
    }

    private static void ports(Field container) {
        Set<String> names = new HashSet<>();
        for (Field port : container.items("ports")) {
            Field name = port.in("name");
            if (!name.text().isEmpty()) {
                List<String> wrong = PortRules.name(name.text());
                name.invalid(wrong);
                if (wrong.isEmpty() && !names.add(name.text())) {
                    name.duplicate(name.text());
                }
            }
            Field number = port.in("containerPort");
            if (number.number(0) == 0) {
                number.required("");
            } else {
                number.invalid(PortRules.number(number.number(0)));
            }
            Field host = port.in("hostPort");
            if (host.number(0) != 0) {
                host.invalid(PortRules.number(host.number(0)));
            }
            port.in("protocol").requiredOneOf(PROTOCOLS);
        }
    }

    /** Ports of the host that several containers want. */
    static void hostPorts(List<Field> containers) {
        Set<String> taken = new HashSet<>();
        for (Field container : containers) {
            for (Field port : container.items("ports")) {
                long number = port.number("hostPort");
                String key = port.text("protocol") + "/" + port.text("hostIP") + "/" + number;
                if (number != 0 && !taken.add(key)) {
                    port.in("hostPort").duplicate(key);
                }
            }
        }
    }

    private static void resizing(Field policies, String restartPolicy) {
        Set<String> resources = new HashSet<>();
        for (Field item : policies.items()) {
            String resource = item.text("resourceName");
            if (!resources.add(resource)) {
                item.duplicate(resource);
            }
            known(policies, resource, RESIZABLE);
            String policy = item.text("restartPolicy");
            known(policies, policy, RESIZE_POLICIES);
            if (restartPolicy.equals("Never") && !policy.equals("NotRequired")) {
                policies.invalid(policy, "must be 'NotRequired' when pod `restartPolicy` is 'Never'");
            }
        }
    }

    private static void known(Field list, String value, List<String> values) {
        if (value.isEmpty()) {
            list.required("");
        } else if (!values.contains(value)) {
            list.unsupported(value, values);
        }
    }
}
