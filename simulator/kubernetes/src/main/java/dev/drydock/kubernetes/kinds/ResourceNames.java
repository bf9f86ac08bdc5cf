package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import java.util.List;
import java.util.Set;

/** Names of resources in quotas, limits and containers (upstream {@code pkg/apis/core/helper/helpers.go}). */
final class ResourceNames {

    static final Set<String> QUOTA_COMPUTE =
            Set.of("cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory");

    private static final Set<String> INTEGERS = Set.of(
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "services.nodeports",
            "services.loadbalancers");

    private static final Set<String> STANDARD = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "requests.storage");

    private ResourceNames() {}

    static boolean isForQuota(String name) {
        return STANDARD.contains(name)
                || INTEGERS.contains(name)
                || name.startsWith("hugepages-")
                || name.startsWith("requests.hugepages-");
    }

    static boolean isForContainers(String name) {
        return Set.of("cpu", "memory", "ephemeral-storage").contains(name) || name.startsWith("hugepages-");
    }

    static boolean isInteger(String name) {
        boolean extended = name.contains("/") && !name.contains("kubernetes.io/") && !name.startsWith("requests.");
        return INTEGERS.contains(name) || (extended && !name.startsWith("count/"));
    }

    /** Whether limits may be greater than requests. */
    static boolean isOvercommitAllowed(String name) {
        boolean nativeName = !name.contains("/") || name.contains("kubernetes.io/");
        return nativeName && !name.startsWith("hugepages-");
    }

    /** A name of any resource. */
    static FieldErrors validate(String field, String name) {
        FieldErrors errors = new FieldErrors();
        List<String> wrong = NameRules.labelKey(name);
        if (!wrong.isEmpty()) {
            Check.all(errors, field, name, wrong);
        } else if (!name.contains("/") && !isForQuota(name) && !name.equals("storage")) {
            errors.add(FieldError.invalid(field, name, "must be a standard resource type or fully qualified"));
        }
        return errors;
    }

    static FieldErrors validateForQuota(String field, String name) {
        FieldErrors errors = validate(field, name);
        if (!name.contains("/") && !isForQuota(name)) {
            errors.add(FieldError.invalid(field, name, "must be a standard resource for quota"));
        }
        return errors;
    }

    static FieldErrors validateForContainers(String field, String name) {
        FieldErrors errors = validate(field, name);
        if (!name.contains("/") && !isForContainers(name)) {
            errors.add(FieldError.invalid(field, name, "must be a standard resource for containers"));
        }
        return errors;
    }
}
