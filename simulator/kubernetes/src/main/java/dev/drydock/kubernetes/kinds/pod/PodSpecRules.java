package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;

/** A pod spec as a whole, in the order in which the server checks it (ValidatePodSpec). */
public final class PodSpecRules {

    private static final List<String> RESTART = List.of("Always", "OnFailure", "Never");
    private static final List<String> PREEMPTION = List.of("PreemptLowerPriority", "Never");

    private PodSpecRules() {}

    /**
     * Checks a spec.
     *
     * @param pod the name of the pod, empty for a template
     * @param isPod whether the object is a pod, of which more is asked than of templates
     */
    static void check(Field spec, String pod, boolean isPod) {
        if (!spec.has("terminationGracePeriodSeconds")) {
            spec.in("terminationGracePeriodSeconds").required("");
        }
        Map<String, MapNode> volumes = VolumeRules.check(spec, pod, isPod);
        ResourceRules.podClaims(spec);
        ContainerLists.regular(spec, volumes);
        ContainerLists.initial(spec, volumes);
        ContainerLists.ephemeral(spec, volumes);
        ResourceRules.ofPod(spec);
        NetworkRules.hostPorts(spec, isPod);
        spec.in("restartPolicy").requiredOneOf(RESTART);
        NetworkRules.policy(spec);
        FieldErrors labels = new FieldErrors();
        LabelSelectors.labels(spec.in("nodeSelector").map().strings(), spec.path() + ".nodeSelector", labels);
        spec.addAll(labels);
        SecurityContextRules.ofPod(spec.in("securityContext"), spec);
        AffinityRules.check(spec.in("affinity"));
        NetworkRules.dns(spec);
        SchedulingRules.gates(spec);
        SchedulingRules.spread(spec);
        WindowsRules.hostProcesses(spec);
        NetworkRules.hostUsers(spec);
        NetworkRules.hostName(spec);
        names(spec);
        SchedulingRules.tolerations(spec.in("tolerations"));
        NetworkRules.hostAliases(spec);
        subdomain(spec.in("priorityClassName"));
        if (spec.has("runtimeClassName")) {
            Field runtime = spec.in("runtimeClassName");
            runtime.invalid(NameRules.dnsSubdomain(runtime.text()));
        }
        if (spec.has("preemptionPolicy")) {
            spec.in("preemptionPolicy").requiredOneOf(PREEMPTION);
        }
        if (spec.has("overhead")) {
            ResourceRules.overhead(spec.in("overhead"));
        }
        OperatingSystemRules.check(spec);
        Field group = spec.in("schedulingGroup", "podGroupName");
        if (group.isSet()) {
            group.invalid(NameRules.dnsSubdomain(group.text()));
        }
        EnvironmentRules.files(spec);
    }

    private static void subdomain(Field name) {
        if (!name.text().isEmpty()) {
            name.invalid(NameRules.dnsSubdomain(name.text()));
        }
    }

    private static void names(Field spec) {
        subdomain(spec.in("serviceAccountName"));
        subdomain(spec.in("nodeName"));
        spec.in("activeDeadlineSeconds").between(1, Integer.MAX_VALUE);
        for (String field : List.of("hostname", "subdomain")) {
            Field name = spec.in(field);
            if (!name.text().isEmpty()) {
                name.invalid(NameRules.dnsLabel(name.text()));
            }
        }
    }
}
