package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.NameRules;
import java.util.List;
import java.util.Set;

/** Names of resources (pkg/apis/core/helper/helpers.go). */
final class ResourceKinds {

    static final String HUGE_PAGES = "hugepages-";

    private static final Set<String> CONTAINER = Set.of("cpu", "memory", "ephemeral-storage");
    private static final Set<String> POD = Set.of("cpu", "memory");
    private static final Set<String> OTHER_STANDARD = Set.of(
            "requests.cpu",
            "requests.memory",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "storage",
            "requests.storage",
            "services.nodeports",
            "services.loadbalancers");
    private static final Set<String> COUNTED = Set.of(
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "services.nodeports",
            "services.loadbalancers");

    private ResourceKinds() {}

    static boolean isHugePages(String name) {
        return name.startsWith(HUGE_PAGES);
    }

    /** Names without a domain, and those of Kubernetes, are its own. */
    static boolean isNative(String name) {
        return !name.contains("/") || name.contains("kubernetes.io/");
    }

    static boolean isExtended(String name) {
        return !isNative(name)
                && !name.startsWith("requests.")
                && NameRules.labelKey("requests." + name).isEmpty();
    }

    static boolean isOvercommitAllowed(String name) {
        return isNative(name) && !isHugePages(name);
    }

    static boolean isInteger(String name) {
        return COUNTED.contains(name) || isExtended(name);
    }

    /** The name of a resource of a container or of a whole pod. */
    static void check(Field amount, String name, boolean ofPod) {
        List<String> wrong = NameRules.labelKey(name);
        boolean plain = !name.contains("/");
        boolean standard = !plain || isStandard(name);
        wrong.forEach(text -> amount.invalid(name, text));
        if (wrong.isEmpty() && !standard) {
            amount.invalid(name, "must be a standard resource type or fully qualified");
        }
        if (ofPod) {
            if (wrong.isEmpty() && standard && !POD.contains(name) && !isHugePages(name)) {
                amount.unsupported(name, List.of("cpu", HUGE_PAGES, "memory"));
            }
        } else if (plain) {
            if (!CONTAINER.contains(name) && !isHugePages(name)) {
                amount.invalid(name, "must be a standard resource for containers");
            }
        } else if (!isNative(name) && !isExtended(name)) {
            amount.invalid(name, "doesn't follow extended resource name standard");
        }
    }

    private static boolean isStandard(String name) {
        return CONTAINER.contains(name)
                || OTHER_STANDARD.contains(name)
                || isHugePages(name)
                || name.startsWith("requests." + HUGE_PAGES);
    }
}
