package dev.drydock.kubernetes.quantity;

import dev.drydock.kubernetes.validation.NameRules;
import java.util.Set;
import org.apiguardian.api.API;

/** What names of resources mean (pkg/apis/core/helper/helpers.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ResourceNames {

    /** What names of huge pages begin with; their size follows. */
    public static final String HUGE_PAGES = "hugepages-";

    private static final String REQUESTS = "requests.";
    private static final Set<String> CONTAINER = Set.of("cpu", "memory", "ephemeral-storage");
    private static final Set<String> REQUESTED = Set.of(
            "requests.cpu",
            "requests.memory",
            "requests.ephemeral-storage",
            "requests.storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage");
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

    private ResourceNames() {}

    /** Whether it names huge pages of some size. */
    public static boolean isHugePages(String name) {
        return name.startsWith(HUGE_PAGES);
    }

    /** Whether it is a name of Kubernetes: one without a domain, or with its own. */
    public static boolean isNative(String name) {
        return !name.contains("/") || name.contains("kubernetes.io/");
    }

    /** Whether it is a name that others gave to something that nodes have. */
    public static boolean isExtended(String name) {
        return !isNative(name)
                && !name.startsWith(REQUESTS)
                && NameRules.labelKey(REQUESTS + name).isEmpty();
    }

    /** Whether limits may be greater than requests. */
    public static boolean isOvercommitAllowed(String name) {
        return isNative(name) && !isHugePages(name);
    }

    /** Whether there are only whole ones of it. */
    public static boolean isInteger(String name) {
        return COUNTED.contains(name) || isExtended(name);
    }

    /** Whether it is one of Kubernetes for containers. */
    public static boolean isForContainers(String name) {
        return CONTAINER.contains(name) || isHugePages(name);
    }

    /** Whether it is one of Kubernetes for quotas. */
    public static boolean isForQuotas(String name) {
        return isForContainers(name)
                || REQUESTED.contains(name)
                || COUNTED.contains(name)
                || name.startsWith(REQUESTS + HUGE_PAGES);
    }

    /** Whether it is one of Kubernetes for anything. */
    public static boolean isStandard(String name) {
        return isForQuotas(name) || name.equals("storage");
    }
}
