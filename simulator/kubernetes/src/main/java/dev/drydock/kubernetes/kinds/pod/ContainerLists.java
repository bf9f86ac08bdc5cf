package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The containers of a pod spec by their kind: regular, initial and ephemeral ones. */
final class ContainerLists {

    private static final List<String> ACTIONS = List.of("Restart", "RestartAllContainers");
    private static final List<String> POLICIES = List.of("Always", "Never", "OnFailure");
    private static final List<String> OPERATORS = List.of("In", "NotIn");
    private static final List<String> NOT_INITIAL =
            List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> NOT_EPHEMERAL = List.of(
            "ports",
            "resources",
            "resizePolicy",
            "restartPolicy",
            "restartPolicyRules",
            "livenessProbe",
            "readinessProbe",
            "startupProbe",
            "lifecycle");
    private static final String EPHEMERAL = "cannot be set for an Ephemeral Container";
    private static final int MOST_RULES = 20;
    private static final int MOST_CODES = 255;

    private ContainerLists() {}

    static void regular(Field spec, Map<String, MapNode> volumes) {
        if (spec.size("containers") == 0) {
            spec.in("containers").required("");
            return;
        }
        Set<String> names = new HashSet<>();
        for (Field container : spec.items("containers")) {
            ContainerRules.check(container, spec, volumes);
            unique(container, names);
            ProbeRules.lifecycle(container.in("lifecycle"), spec);
            ProbeRules.probes(container, spec);
            restart(container);
        }
        ContainerRules.hostPorts(spec.items("containers"));
    }

    private static void unique(Field container, Set<String> names) {
        String name = container.text("name");
        if (!names.add(name)) {
            container.in("name").duplicate(name);
        }
    }

    static void initial(Field spec, Map<String, MapNode> volumes) {
        Set<String> names = names(spec, "containers");
        for (Field container : spec.items("initContainers")) {
            ContainerRules.check(container, spec, volumes);
            restart(container);
            String name = container.text("name");
            if (names.contains(name)) {
                container.in("name").duplicate(name);
            } else if (!name.isEmpty()) {
                names.add(name);
            }
            // they run one after the other, so only the ports of one may collide; its index is then always the first
            ContainerRules.hostPorts(List.of(container.as(spec.path() + ".initContainers[0]")));
            if (container.text("restartPolicy").equals("Always")) {
                ProbeRules.lifecycle(container.in("lifecycle"), spec);
                ProbeRules.probes(container, spec);
            } else {
                for (String field : NOT_INITIAL) {
                    if (container.has(field)) {
                        container
                                .in(field)
                                .forbidden("may not be set for init containers without restartPolicy=Always");
                    }
                }
            }
        }
    }

    private static Set<String> names(Field spec, String... lists) {
        Set<String> names = new HashSet<>();
        for (String list : lists) {
            spec.items(list).forEach(container -> names.add(container.text("name")));
        }
        return names;
    }

    private static void restart(Field container) {
        Field policy = container.in("restartPolicy");
        List<Field> rules = container.items("restartPolicyRules");
        if (!policy.isSet()) {
            if (rules.isEmpty()) {
                return;
            }
            policy.required("must specify restartPolicy when restart rules are used");
        } else {
            policy.oneOf(POLICIES);
        }
        if (rules.size() > MOST_RULES) {
            Field list = container.in("restartPolicyRules");
            list.add(FieldError.tooLong(list.path(), MOST_RULES));
        }
        rules.forEach(ContainerLists::rule);
    }

    private static void rule(Field rule) {
        String action = rule.text("action");
        if (!ACTIONS.contains(action)) {
            rule.in("action").unsupported(action, ACTIONS);
        }
        Field codes = rule.in("exitCodes");
        if (!codes.isSet()) {
            codes.required("must be specified");
            return;
        }
        codes.in("operator").oneOf(OPERATORS);
        if (codes.size("values") > MOST_CODES) {
            codes.add(FieldError.tooLong(codes.path() + ".values", MOST_CODES));
        }
    }

    static void ephemeral(Field spec, Map<String, MapNode> volumes) {
        Set<String> others = names(spec, "containers", "initContainers");
        Set<String> names = new HashSet<>(others);
        for (Field container : spec.items("ephemeralContainers")) {
            ContainerRules.check(container, spec, volumes);
            trimmedImage(container);
            unique(container, names);
            Field target = container.in("targetContainerName");
            if (!target.text().isEmpty() && !others.contains(target.text())) {
                target.notFound(target.text());
            }
            for (String field : NOT_EPHEMERAL) {
                if (isGiven(container.in(field))) {
                    container.in(field).forbidden(EPHEMERAL);
                }
            }
            for (Field mount : container.items("volumeMounts")) {
                for (String path : List.of("subPath", "subPathExpr")) {
                    if (!mount.text(path).isEmpty()) {
                        mount.in(path).forbidden(EPHEMERAL);
                    }
                }
            }
        }
    }

    private static boolean isGiven(Field field) {
        return field.isSet()
                && !field.value().equals(MapNode.EMPTY)
                && !field.value().equals(dev.drydock.yaml.ListNode.EMPTY);
    }

    /** Images of pods, unlike those of templates, have no blanks around them. */
    static void trimmedImage(Field container) {
        String image = container.text("image");
        if (!image.strip().equals(image)) {
            container.in("image").invalid("must not have leading or trailing whitespace");
        }
    }
}
