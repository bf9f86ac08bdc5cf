package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/** Defaults of pods and of the pod specs in templates (pkg/apis/core/v1/defaults.go). */
final class PodDefaults {

    private static final String[] CONTAINERS = {"containers", "initContainers", "ephemeralContainers"};

    private PodDefaults() {}

    /** A template of pods below the field {@code template} of a spec. */
    static MapNode template(MapNode spec) {
        return Fill.in(spec, "template", template -> Fill.into(template, "spec", PodDefaults::spec));
    }

    static MapNode spec(MapNode spec) {
        MapNode filled = withBothAccounts(spec);
        for (String list : CONTAINERS) {
            filled = Fill.each(filled, list, ContainerDefaults::apply);
        }
        filled = Fill.each(filled, "volumes", VolumeDefaults::apply);
        filled = Fill.amounts(filled, "overhead");
        filled = Fill.in(filled, "resources", resources -> Fill.amounts(resources, "limits", "requests"));
        filled = Fill.absent(filled, "dnsPolicy", "ClusterFirst");
        filled = Fill.absent(filled, "restartPolicy", "Always");
        filled = Fill.absent(filled, "securityContext", MapNode.EMPTY);
        filled = Fill.absent(filled, "terminationGracePeriodSeconds", 30);
        return Fill.absent(filled, "schedulerName", "default-scheduler");
    }

    /** The old name of the account's field always says the same as the new one (pkg/apis/core/v1/conversion.go). */
    private static MapNode withBothAccounts(MapNode spec) {
        String account = spec.findString("serviceAccountName");
        if (account != null && !account.isEmpty()) {
            return account.equals(spec.findString("serviceAccount")) ? spec : spec.with("serviceAccount", account);
        }
        String old = spec.findString("serviceAccount");
        return old == null || old.isEmpty() ? spec : spec.with("serviceAccountName", old);
    }

    static MapNode pod(MapNode pod) {
        return Fill.into(pod, "spec", spec -> {
            MapNode filled = spec(spec);
            for (String list : CONTAINERS) {
                filled = Fill.each(filled, list, PodDefaults::requests);
                if (spec.isTrue("hostNetwork") && !list.equals("ephemeralContainers")) {
                    filled = Fill.each(filled, list, PodDefaults::hostPorts);
                }
            }
            filled = Fill.in(filled, "resources", new PodResourceDefaults(filled)::apply);
            return Fill.absent(filled, "enableServiceLinks", true);
        });
    }

    /** What is limited and not requested is requested; only pods get this, not their templates. */
    private static MapNode requests(MapNode container) {
        MapNode limits = container.findMap("resources", "limits");
        if (limits.isEmpty()) {
            return container;
        }
        MapNode[] requests = {container.findMap("resources", "requests")};
        limits.forEach((resource, quantity) -> {
            if (!requests[0].has(resource)) {
                requests[0] = requests[0].with(resource, quantity);
            }
        });
        return Fill.into(container, "resources", resources -> resources.with("requests", requests[0]));
    }

    private static MapNode hostPorts(MapNode container) {
        return Fill.each(container, "ports", port -> {
            Node number = port.get("containerPort");
            return number == null || port.has("hostPort") ? port : port.with("hostPort", number);
        });
    }
}
